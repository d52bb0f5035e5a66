package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.release.internal.SubmissionErrors;
import io.github.ascjava.workflows.internal.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what Apple does in its own time, with the clock and the sleeper of the client. */
final class Waits {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Poller poller;
    private final Duration timeout;
    private final ReleaseListener listener;

    Waits(AppStoreConnect asc, Duration timeout, ReleaseListener listener) {
        Clock clock = asc.options().clock();
        this.poller = new Poller(
                clock == null ? Clock.systemUTC() : clock, asc.options().sleeper());
        this.timeout = timeout;
        this.listener = listener;
    }

    /** Returns the first value that is done, or the last one if the time is over. */
    <T> T until(String what, Supplier<T> read, Predicate<T> isDone) {
        return until(what, FIRST, LONGEST, read, isDone);
    }

    <T> T until(String what, Duration first, Duration longest, Supplier<T> read, Predicate<T> isDone) {
        Poller.Schedule schedule = new Poller.Schedule(timeout, first, longest, next -> listener.onWaiting(what));
        return poller.poll(schedule, read, value -> isDone.test(value) ? null : Instant.MIN);
    }

    /**
     * Repeats a write while Apple asks for patience.
     *
     * @throws ConflictException the last response if the time is over, or the first one with another reason
     */
    void whileTooEarly(String what, Runnable write) {
        Optional<ConflictException> last = until(
                what,
                () -> {
                    try {
                        write.run();
                        return Optional.<ConflictException>empty();
                    } catch (ConflictException e) {
                        return Optional.of(e);
                    }
                },
                failed -> failed.isEmpty() || !SubmissionErrors.isTooEarly(failed.get()));
        if (last.isPresent()) {
            throw last.get();
        }
    }
}
