package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.Sleeper;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;

/**
 * Cancels calls whose threads are interrupted while they wait for the response.
 *
 * <p>A platform thread that is blocked by a socket does not notice an interrupt: OkHttp checks the flag before it
 * reads, and then waits for the server. Another thread therefore looks at the flags of all waiting threads, as long as there
 * are any; a timer for each call would take a tenth of the call's CPU time. Thread-safe.
 */
final class InterruptWatch {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isLooking = new AtomicBoolean();

    /** Watches the current thread until the result is closed. */
    Waiting over(Call call) {
        Waiting added = new Waiting(Thread.currentThread(), call);
        waiting.add(added);
        lookLater();
        return added;
    }

    private void lookLater() {
        if (!isLooking.get() && isLooking.compareAndSet(false, true)) {
            CompletableFuture<Void> unused = Sleeper.SYSTEM.sleep(PERIOD).thenRun(this::look);
        }
    }

    private void look() {
        isLooking.set(false);
        for (Waiting one : waiting) {
            if (one.thread.isInterrupted() && waiting.contains(one)) {
                one.call.cancel();
            }
        }
        // A thread added after this check has found the watch stopped, and starts it.
        if (!waiting.isEmpty()) {
            lookLater();
        }
    }

    /** A thread that waits for the response of a call. */
    final class Waiting {

        private final Thread thread;
        private final Call call;

        private Waiting(Thread thread, Call call) {
            this.thread = thread;
            this.call = call;
        }

        void close() {
            waiting.remove(this);
        }
    }
}
