package io.github.ascjava.reports;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.RateLimiterException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps many downloads within Apple's rate limit, also for a client without a rate limiter. Thread-safe.
 *
 * <p>When a fifth of the limit is left, requests go one after the other. A limiter grants permits in advance: with many
 * requests waiting for one, most would go on waiting after the limit has recovered.
 */
final class Throttle {

    /** Longer than an exhausted limit takes to recover. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final int SCARCE = 5;

    private final @Nullable RateLimiter limiter;
    private final ApiKey key;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile RateLimit latest = RateLimit.UNKNOWN;

    private Throttle(@Nullable RateLimiter limiter, ApiKey key) {
        this.limiter = limiter;
        this.key = key;
    }

    /** A client with a rate limiter waits by itself. */
    static Throttle of(AppStoreConnect asc) {
        ClientOptions options = asc.options();
        ApiKey key = asc.auth().key();
        if (options.rateLimiter() != null) {
            return new Throttle(null, key);
        }
        RateLimiter limiter = options.clock() == null
                ? RateLimiter.inMemory()
                : RateLimiter.inMemory(options.clock(), options.sleeper());
        return new Throttle(limiter, key);
    }

    /** Sends a request when the limit allows it. */
    <T> AscResponse<T> send(String operation, Supplier<AscResponse<T>> call) {
        if (!isScarce(latest.minuteLimit(), latest.minuteRemaining())
                && !isScarce(latest.hourLimit(), latest.hourRemaining())) {
            return sendNow(operation, call);
        }
        turn.lock();
        try {
            return sendNow(operation, call);
        } finally {
            turn.unlock();
        }
    }

    private <T> AscResponse<T> sendNow(String operation, Supplier<AscResponse<T>> call) {
        await(operation);
        try {
            AscResponse<T> response = call.get();
            observe(response.rateLimit());
            return response;
        } catch (ApiException failure) {
            observe(failure.rateLimit());
            throw failure;
        }
    }

    private static boolean isScarce(@Nullable Integer limit, @Nullable Integer remaining) {
        return limit != null && remaining != null && remaining <= limit / SCARCE;
    }

    private void await(String operation) {
        if (limiter == null) {
            return;
        }
        CompletableFuture<Boolean> permit = limiter.acquire(key, LONGEST);
        try {
            if (!permit.get()) {
                throw new RateLimiterException(
                        operation, 0, "not sent: Apple's rate limit leaves no request within two hours.", null);
            }
        } catch (InterruptedException e) {
            permit.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionException(operation, 0, "interrupted", new InterruptedIOException("interrupted"));
        } catch (ExecutionException e) {
            throw new RateLimiterException(operation, 0, "not sent: the rate limiter failed: " + e.getCause(), e);
        }
    }

    private void observe(RateLimit rateLimit) {
        if (rateLimit.isKnown()) {
            latest = rateLimit;
            if (limiter != null) {
                limiter.onRateLimit(key, rateLimit);
            }
        }
    }
}
