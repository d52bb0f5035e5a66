package io.github.ascjava.reports;

import io.github.ascjava.workflows.internal.Poller;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How long to wait for a report, and how often to look for it. Immutable.
 *
 * <pre>{@code
 * reports.sales(request, Wait.atMost(Duration.ofHours(6)).onAttempt(next -> log.info("next attempt at {}", next)))
 * }</pre>
 *
 * <p>Delays double from the first one to the longest one. Where Apple says when a report is expected, the wait lasts until
 * then. Interrupting the thread ends the wait with a {@link java.util.concurrent.CancellationException}.
 *
 * @since 0.1.0
 */
public final class Wait {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Duration timeout;
    private final Duration firstDelay;
    private final Duration longestDelay;
    private final Consumer<Instant> progress;

    private Wait(Duration timeout, Duration firstDelay, Duration longestDelay, Consumer<Instant> progress) {
        this.timeout = timeout;
        this.firstDelay = firstDelay;
        this.longestDelay = longestDelay;
        this.progress = progress;
    }

    /**
     * Returns a wait with delays from one minute to half an hour.
     *
     * @param timeout after this, the last result is returned; zero or more
     */
    public static Wait atMost(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("A timeout is zero or more, but was " + timeout + ".");
        }
        return new Wait(timeout, FIRST, LONGEST, next -> {});
    }

    /**
     * Returns the same wait with other delays.
     *
     * @param first the delay after the first attempt, more than zero
     * @param longest the longest delay, not shorter than the first one
     */
    public Wait withDelays(Duration first, Duration longest) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "The first delay is more than zero and not longer than the longest one, but" + " they were " + first
                            + " and " + longest + ".");
        }
        return new Wait(timeout, first, longest, progress);
    }

    /**
     * Returns the same wait with a listener.
     *
     * @param listener called on the waiting thread after each attempt without result, with the time of the next one; an
     *     exception of it ends the wait
     */
    public Wait onAttempt(Consumer<Instant> listener) {
        return new Wait(timeout, firstDelay, longestDelay, Objects.requireNonNull(listener, "listener"));
    }

    Poller.Schedule schedule() {
        return new Poller.Schedule(timeout, firstDelay, longestDelay, progress);
    }
}
