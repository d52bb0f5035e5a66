package io.github.ascjava.workflows.internal;

import io.github.ascjava.client.call.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repeats an attempt until it has a result or the time is over. Thread-safe. */
public final class Poller {

    private final Clock clock;
    private final Sleeper sleeper;

    public Poller(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Returns the first value that is done, or the last one if the time is over.
     *
     * @param again returns null if a value is done, otherwise the earliest time of the next attempt, which may be past
     * @throws CancellationException if the thread is interrupted during a wait; it stays interrupted
     */
    public <T> T poll(Schedule schedule, Supplier<T> attempt, Function<T, @Nullable Instant> again) {
        Instant deadline = clock.instant().plus(schedule.timeout());
        Duration delay = schedule.firstDelay();
        while (true) {
            T value = attempt.get();
            Instant earliest = again.apply(value);
            Instant next = clock.instant().plus(delay);
            if (earliest != null && earliest.isAfter(next)) {
                next = earliest;
            }
            if (earliest == null || next.isAfter(deadline)) {
                return value;
            }
            schedule.progress().accept(next);
            sleepUntil(next);
            Duration doubled = delay.multipliedBy(2);
            delay = doubled.compareTo(schedule.longestDelay()) < 0 ? doubled : schedule.longestDelay();
        }
    }

    /**
     * Waits until a time, not at all if it is past.
     *
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     */
    public void sleepUntil(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        CompletableFuture<Void> slept = sleeper.sleep(left.isNegative() ? Duration.ZERO : left);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            slept.get();
        } catch (InterruptedException e) {
            slept.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException canceled = new CancellationException("The wait was interrupted.");
            canceled.initCause(e);
            throw canceled;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sleeper failed: " + e.getCause(), e);
        }
    }

    /**
     * When to attempt, and for how long. Delays double from the first one to the longest one.
     *
     * @param timeout after this, there is no further attempt
     * @param progress called after each attempt without result, with the time of the next one
     */
    public record Schedule(Duration timeout, Duration firstDelay, Duration longestDelay, Consumer<Instant> progress) {}
}
