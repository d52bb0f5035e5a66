package io.github.ascjava.client.internal;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.error.RateLimiterException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests permits from the limiter, if there is one, for the key that authorizes a request. */
record RateLimiting(@Nullable RateLimiter limiter, @Nullable AppStoreConnectAuth auth) {

    static final RateLimiting UNLIMITED = new RateLimiting(null, null);

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ascjava.client");

    /**
     * Requests a permit.
     *
     * @param sent how often the request was sent before
     * @return false if there is no permit in time; fails with a {@link RateLimiterException} if the limiter fails
     */
    CompletableFuture<Boolean> acquire(Request request, int sent, Duration longest) {
        ApiKey key = limiter == null ? null : key(request);
        if (limiter == null || key == null) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> asked;
        try {
            asked = Objects.requireNonNull(limiter.acquire(key, longest), "the limiter's result");
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
            CompletableFuture<Void> timer = Sleeper.SYSTEM.sleep(longest);
            CompletableFuture<Void> unusedToo = timer.thenRun(() -> permit.complete(false));
            CompletableFuture<Boolean> unusedAsWell = permit.whenComplete((granted, failure) -> {
                timer.cancel(false);
                asked.cancel(true);
            });
        }
        return permit;
    }

    /** Reports the rate limit of a response. A failure of the limiter does not fail the call, which has its response. */
    void onResult(Request request, AttemptResult<?> result) {
        ApiKey key = limiter == null ? null : key(request);
        RateLimit rateLimit = key == null ? RateLimit.UNKNOWN : result.rateLimit();
        if (limiter != null && key != null && rateLimit.isKnown()) {
            try {
                limiter.onRateLimit(key, rateLimit);
            } catch (RuntimeException e) {
                LOG.warn("The rate limiter failed to record a response; the call continues.", e);
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
                (sent == 0 ? "not sent" : "not retried") + ": the rate limiter failed: " + said
                        + (said.endsWith(".") ? "" : "."),
                cause);
    }
}
