package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.RateLimit;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Remembers the newest word on the rate limit. Thread-safe. */
public final class RateLimitRecorder implements Interceptor {

    private volatile RateLimit newest = RateLimit.UNKNOWN;

    public RateLimit newest() {
        return newest;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        RateLimit limit = RateLimit.of(response.headers());
        // Some answers come without the header (H6); they say nothing new.
        if (limit.isKnown()) {
            newest = limit;
        }
        return response;
    }
}
