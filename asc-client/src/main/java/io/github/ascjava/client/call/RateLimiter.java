package io.github.ascjava.client.call;

import io.github.ascjava.auth.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Says when a request may be sent, so that a key's budget is not used up before Apple says so with a 429.
 *
 * <p>Apple counts requests per key, however many clients use it. So hand the same limiter to all clients of one program,
 * and for a fleet of programs one that keeps its count in a common place. Every attempt of a call asks, retries included;
 * only the repetition with a new token after a 401 does not. Whoever makes a limiter closes it, if there is anything to
 * close, after the clients. Implementations are thread-safe.
 */
public interface RateLimiter {

    /**
     * Asks to send one request.
     *
     * @param key the key whose budget the request uses
     * @param timeout how long the call can wait at most; zero or more
     * @return completes with true when the request may be sent, or with false, as early as possible and without using up
     *     budget, if that would take too long. A failure of it, or an exception, fails the call with a {@link
     *     io.github.ascjava.client.error.RateLimiterException}, and so does an answer that does not come in time. Must be
     *     returned without waiting; is cancelled if the call is, or can wait no longer
     */
    CompletableFuture<Boolean> acquire(ApiKey key, Duration timeout);

    /**
     * Hears what an answer said about the budget of a key. Does nothing unless overridden; what it throws is logged and
     * does the call no harm.
     *
     * <p>Called before the call answers or goes on, so it must not wait.
     *
     * @param key the key whose token was sent
     * @param rateLimit never {@link RateLimit#UNKNOWN}
     */
    default void onRateLimit(ApiKey key, RateLimit rateLimit) {}

    /** Makes a limiter for the clients of this program. */
    static RateLimiter inMemory() {
        // Not the system's clock: set back by an hour, it would make every request wait for that long.
        return new InMemoryRateLimiter(() -> System.nanoTime() / 1_000_000, Sleeper.SYSTEM);
    }

    /**
     * Makes a limiter for the clients of this program.
     *
     * <p>It goes by what Apple's answers say. Until the first one, and while more than a tenth of a budget is left,
     * requests are sent at once; after that in the order in which they ask and ever more slowly, so that what is left lasts
     * for an hour or a minute. Requests under way count as sent. What other programs use of the same budget is known with
     * every answer.
     *
     * @param clock what the budget's pace is measured by
     * @param sleeper how it waits
     */
    static RateLimiter inMemory(Clock clock, Sleeper sleeper) {
        return new InMemoryRateLimiter(clock::millis, sleeper);
    }
}
