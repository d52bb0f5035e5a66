package io.github.ascjava.client.call;

import io.github.ascjava.auth.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Delays requests so that a key's rate limit is not exhausted and Apple does not respond with 429.
 *
 * <pre>{@code
 * RateLimiter limiter = RateLimiter.inMemory();
 * AppStoreConnect asc = AppStoreConnect.builder(key).options(o -> o.rateLimiter(limiter)).build();
 * }</pre>
 *
 * <p>Apple counts requests per key, however many clients use it. Pass the same limiter to all clients of one program,
 * and share the count between programs in a fleet. Every attempt of a call needs a permit, retries included; only the
 * repetition with a new token after a 401 does not. A limiter is never closed by a client. Implementations must be
 * thread-safe.
 *
 * @since 0.1.0
 */
public interface RateLimiter {

    /**
     * Requests a permit for one request.
     *
     * @param key the key that the request is counted for
     * @param timeout the time left for the call; zero or more
     * @return completes with true when the request may be sent, or with false, as early as possible and without using a
     *     permit, if that would take too long. If it fails, the method throws or no result arrives in time, the call
     *     fails with a {@link io.github.ascjava.client.error.RateLimiterException}. Must be returned without blocking;
     *     is canceled if the call is canceled or times out
     */
    CompletableFuture<Boolean> acquire(ApiKey key, Duration timeout);

    /**
     * Called with the rate limit that a response reported. Does nothing by default; exceptions are logged and do not
     * affect the call.
     *
     * <p>Called before the call completes or continues, so it must not block.
     *
     * @param key the key whose token was sent
     * @param rateLimit never {@link RateLimit#UNKNOWN}
     */
    default void onRateLimit(ApiKey key, RateLimit rateLimit) {}

    /** Creates a limiter for the clients of this program. */
    static RateLimiter inMemory() {
        // Not the system's clock: set back by an hour, it would make every request wait for that long.
        return new InMemoryRateLimiter(() -> System.nanoTime() / 1_000_000, Sleeper.SYSTEM);
    }

    /**
     * Creates a limiter for the clients of this program.
     *
     * <p>It follows the rate limit that Apple's responses report. Until the first response, and while more is left than a
     * tenth of a limit and than requests are in flight, requests are sent at once; after that in order and ever more
     * slowly, so that the rest lasts for an hour or a minute. As soon as a response reports that requests are available
     * again, those that wait are sent. Requests in flight count as sent. Requests of other programs with the same key are
     * noticed with every response.
     *
     * @param clock the clock that measures the pace
     * @param sleeper waits until a permit is due
     */
    static RateLimiter inMemory(Clock clock, Sleeper sleeper) {
        return new InMemoryRateLimiter(clock::millis, sleeper);
    }
}
