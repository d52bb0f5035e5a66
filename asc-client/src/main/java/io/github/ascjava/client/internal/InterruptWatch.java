package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a call when the thread that waits for its response is interrupted.
 *
 * <p>A platform thread that is blocked by a socket does not notice an interrupt: OkHttp checks the flag before it
 * reads, and then waits for the server. Another thread therefore checks the flag. Created and closed by the thread that
 * waits.
 */
final class InterruptWatch {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Thread waiting = Thread.currentThread();
    private final Call call;
    private volatile boolean isClosed;
    private volatile @Nullable CompletableFuture<Void> nextLook;

    private InterruptWatch(Call call) {
        this.call = call;
    }

    static InterruptWatch over(Call call) {
        InterruptWatch watch = new InterruptWatch(call);
        watch.lookLater();
        return watch;
    }

    void close() {
        isClosed = true;
        CompletableFuture<Void> next = nextLook;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void lookLater() {
        CompletableFuture<Void> later = Sleeper.SYSTEM.sleep(PERIOD);
        nextLook = later;
        CompletableFuture<Void> unused = later.thenRun(this::look);
        if (isClosed) {
            later.cancel(false);
        }
    }

    private void look() {
        if (isClosed) {
            return;
        }
        if (waiting.isInterrupted()) {
            call.cancel();
        } else {
            lookLater();
        }
    }
}
