package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Waits between the attempts of a call; tests can replace it by one that completes at once.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time without blocking a thread. */
    Sleeper SYSTEM =
            duration -> new CompletableFuture<Void>().completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);

    /**
     * Starts a wait.
     *
     * @param duration zero or more
     * @return completes when the time is over; is canceled if it is no longer needed
     */
    CompletableFuture<Void> sleep(Duration duration);
}
