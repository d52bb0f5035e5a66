package io.github.ascjava.client.http;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.RateLimit;
import io.github.ascjava.client.RequestLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Asks the limiter, if there is one, about the key that a request will be authorised with. */
record Permits(@Nullable RequestLimiter limiter, @Nullable AppStoreConnectAuth auth) {

    static final Permits UNLIMITED = new Permits(null, null);

    CompletableFuture<Boolean> acquire(Request request, Duration longest) {
        ApiKey key = key(request);
        return limiter == null || key == null ? CompletableFuture.completedFuture(true) : limiter.acquire(key, longest);
    }

    void observed(Request request, RateLimit rateLimit) {
        ApiKey key = key(request);
        if (limiter != null && key != null && !rateLimit.equals(RateLimit.UNKNOWN)) {
            limiter.observed(key, rateLimit);
        }
    }

    private @Nullable ApiKey key(Request request) {
        return auth == null ? null : auth.keyFor(request.url());
    }
}
