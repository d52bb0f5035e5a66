package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.RateLimit;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Remembers the rate limit that was reported last. Thread-safe. */
public final class RateLimitRecorder implements Interceptor {

    private volatile RateLimit newest = RateLimit.UNKNOWN;

    public RateLimit newest() {
        return newest;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        RateLimit limit = RateLimit.of(response.headers());
        // Some responses lack the header (docs/live-service.md#rate-limit-header-varies) and change nothing.
        if (limit.isKnown()) {
            newest = limit;
        }
        return response;
    }
}
