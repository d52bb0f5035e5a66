package io.github.ascjava.uploads;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many uploads reserve, send and commit at a time; those that only wait until Apple has processed their files do not
 * count. Thread-safe.
 */
final class SendingTurns {

    static final SendingTurns UNLIMITED = new SendingTurns(null);

    private final @Nullable Semaphore turns;

    private SendingTurns(@Nullable Semaphore turns) {
        this.turns = turns;
    }

    static SendingTurns of(int number) {
        return new SendingTurns(new Semaphore(number));
    }

    /**
     * Waits for a turn, and runs what takes it.
     *
     * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
     */
    <T> T take(Supplier<T> sending) {
        if (turns == null) {
            return sending.get();
        }
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException canceled = new CancellationException("The wait for other uploads was interrupted.");
            canceled.initCause(e);
            throw canceled;
        }
        try {
            return sending.get();
        } finally {
            turns.release();
        }
    }
}
