package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Waits between the attempts of a call; tests can replace it by one that completes at once.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits in real time without blocking a thread. All timeouts of the HTTP client share the daemon thread that completes
     * the futures, so let it do short work only; {@code thenRunAsync} uses another one.
     */
    Sleeper SYSTEM = new SystemSleeper();

    /**
     * Starts a wait.
     *
     * @param duration zero or more
     * @return completes when the time is over; is canceled if it is no longer needed
     */
    CompletableFuture<Void> sleep(Duration duration);
}
