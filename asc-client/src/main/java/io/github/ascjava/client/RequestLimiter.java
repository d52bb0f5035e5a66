package io.github.ascjava.client;

import io.github.ascjava.auth.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Says when a request may be sent, so that a key's budget is not used up before Apple says so with a 429.
 *
 * <p>Apple counts requests per key, however many clients use it. So hand the same limiter to all clients of one program,
 * and for a fleet of programs one that keeps its count in a common place. Every attempt of a call asks, retries included.
 * Implementations are thread-safe.
 */
public interface RequestLimiter {

    /**
     * Asks to send one request.
     *
     * @param key the key whose budget the request uses
     * @param longest how long the call can wait at most
     * @return completes with true when the request may be sent, or with false, as early as possible and without using up
     *     budget, if that would take too long; a failure of it fails the call. Must be returned without waiting; is
     *     cancelled if the call is
     */
    CompletableFuture<Boolean> acquire(ApiKey key, Duration longest);

    /**
     * Hears what an answer said about the budget of a key. Does nothing unless overridden.
     *
     * @param key the key whose token was sent
     * @param rateLimit never {@link RateLimit#UNKNOWN}
     */
    default void observed(ApiKey key, RateLimit rateLimit) {}

    /** Makes a limiter for the clients of this program, with the system's clock. */
    static RequestLimiter inMemory() {
        return inMemory(Clock.systemUTC(), Sleeper.SYSTEM);
    }

    /**
     * Makes a limiter for the clients of this program.
     *
     * <p>It goes by what Apple's answers say. Until the first one, and while more than a tenth of a budget is left,
     * requests are sent at once; after that at the pace at which the budget comes back, a 3600th of an hour for a budget
     * of 3600. What other programs use of the same budget is known with every answer.
     *
     * @param clock what the budget's pace is measured by
     * @param sleeper how it waits
     */
    static RequestLimiter inMemory(Clock clock, Sleeper sleeper) {
        return new InMemoryLimiter(clock, sleeper);
    }
}
