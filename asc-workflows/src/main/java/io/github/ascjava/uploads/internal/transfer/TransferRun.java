package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.client.call.Sleeper;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** What the threads of one transfer share: its progress, its calls, and the reason why it was stopped. Thread-safe. */
final class TransferRun {

    /** Also small files may fail some times. */
    private static final int MIN_RETRIES = 20;

    /**
     * The digest is faster than most networks. It runs ahead by what the system keeps in its cache, so that the disk is
     * read once.
     */
    private static final long DIGEST_LEAD = 64L * 1024 * 1024;

    private static final long DIGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Sleeper sleeper;
    private final ProgressCounter progress;
    private final int maxRetries;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    TransferRun(TransferPlan plan, Sleeper sleeper) {
        this.sleeper = sleeper;
        this.progress = new ProgressCounter(plan);
        this.maxRetries = Math.max(MIN_RETRIES, plan.parts().size());
    }

    ProgressCounter progress() {
        return progress;
    }

    /** Stops the transfer: calls and waits end at once. Only the first reason counts. */
    void stop(Throwable reason) {
        if (failure.compareAndSet(null, reason)) {
            stopped.complete(null);
            calls.forEach(Call::cancel);
        }
    }

    boolean isStopped() {
        return failure.get() != null;
    }

    /** Returns why the transfer was stopped, or null if it was not. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    void requireRunning() throws StoppedException {
        if (isStopped()) {
            throw new StoppedException();
        }
    }

    void begin(Call call) {
        calls.add(call);
        if (isStopped()) {
            call.cancel();
        }
    }

    void end(Call call) {
        calls.remove(call);
    }

    /** Takes one of the retries that all parts share. */
    boolean takeRetry() {
        return progress.retry() <= maxRetries;
    }

    /** Waits until a digest may go on at a position; returns false if the transfer was stopped. */
    boolean awaitSent(long position) {
        while (position - progress.sent() > DIGEST_LEAD && !isStopped()) {
            LockSupport.parkNanos(DIGEST_WAIT_NANOS);
        }
        return !isStopped();
    }

    void pause(Duration duration) throws StoppedException {
        CompletableFuture<Void> slept = sleeper.sleep(duration);
        try {
            CompletableFuture.anyOf(slept, stopped).join();
        } finally {
            slept.cancel(false);
        }
        requireRunning();
    }
}
