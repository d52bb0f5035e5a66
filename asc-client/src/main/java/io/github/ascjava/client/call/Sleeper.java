package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass between the attempts of a call; a test puts one in that passes at once. */
@FunctionalInterface
public interface Sleeper {

    /** The sleeper of real time, which holds no thread while it waits. */
    Sleeper SYSTEM =
            duration -> new CompletableFuture<Void>().completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);

    /**
     * Starts to wait.
     *
     * @param duration zero or more
     * @return completes when the time is over; is cancelled if nobody waits for it any more
     */
    CompletableFuture<Void> sleep(Duration duration);
}
