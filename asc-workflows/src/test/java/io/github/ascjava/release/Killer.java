package io.github.ascjava.release;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Ends a run at one of its requests: neither that one nor any later one gets a response. */
final class Killer implements Interceptor {

    private final int number;
    private final boolean isCarriedOut;
    private int requests;

    /**
     * Creates a killer.
     *
     * @param number at which request, from 1
     * @param isCarriedOut whether the server carries that request out, and only its response is lost
     */
    Killer(int number, boolean isCarriedOut) {
        this.number = number;
        this.isCarriedOut = isCarriedOut;
    }

    static Killer never() {
        return new Killer(Integer.MAX_VALUE, false);
    }

    @Override
    public synchronized Response intercept(Chain chain) throws IOException {
        requests++;
        if (requests == number && isCarriedOut) {
            chain.proceed(chain.request()).close();
        }
        if (requests >= number) {
            throw new IOException("killed");
        }
        return chain.proceed(chain.request());
    }

    synchronized int requests() {
        return requests;
    }
}
