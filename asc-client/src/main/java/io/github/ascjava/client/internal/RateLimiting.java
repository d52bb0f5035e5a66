package io.github.ascjava.client.internal;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.error.RateLimiterException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the limiter, if there is one, about the key that a request will be authorized with. */
record RateLimiting(@Nullable RateLimiter limiter, @Nullable AppStoreConnectAuth auth) {

    static final RateLimiting UNLIMITED = new RateLimiting(null, null);

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ascjava.client");

    /**
     * Asks for a permit.
     *
     * @param sent how often the request was sent before
     * @return false also if the limiter says nothing in time; fails with a {@link RateLimiterException} if the limiter fails
     */
    CompletableFuture<Boolean> acquire(Request request, int sent, Duration longest) {
        ApiKey key = key(request);
        if (limiter == null || key == null) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> asked;
        try {
            asked = Objects.requireNonNull(limiter.acquire(key, longest), "the limiter's answer");
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(failure(request, sent, e));
        }
        CompletableFuture<Boolean> permit = new CompletableFuture<>();
        CompletableFuture<Boolean> unused = asked.whenComplete((granted, failure) -> {
            if (failure == null) {
                permit.complete(Boolean.TRUE.equals(granted));
            } else {
                permit.completeExceptionally(failure(request, sent, failure));
            }
        });
        if (!permit.isDone()) {
            CompletableFuture<Boolean> unusedToo = permit.completeOnTimeout(
                            false, longest.toNanos(), TimeUnit.NANOSECONDS)
                    .whenComplete((granted, failure) -> asked.cancel(true));
        }
        return permit;
    }

    /** Passes on what an answer said; the answer is there already, so a failure of the limiter is no failure of the call. */
    void onRateLimit(Request request, RateLimit rateLimit) {
        ApiKey key = key(request);
        if (limiter != null && key != null && rateLimit.isKnown()) {
            try {
                limiter.onRateLimit(key, rateLimit);
            } catch (RuntimeException e) {
                LOG.warn("The request limiter failed to take note of an answer; the call goes on.", e);
            }
        }
    }

    private @Nullable ApiKey key(Request request) {
        return auth == null ? null : auth.keyFor(request.url());
    }

    private static RateLimiterException failure(Request request, int sent, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String said = cause.toString();
        return new RateLimiterException(
                Operation.of(request),
                sent,
                "it was not sent" + (sent == 0 ? "" : " again") + ", because the request limiter failed: " + said
                        + (said.endsWith(".") ? "" : "."),
                cause);
    }
}
