package io.github.ascjava.reports;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.testing.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Time of a sandbox that moves on, to the end of the earliest wait, whenever all threads of a backfill wait for it.
 *
 * <p>So waits of several threads at the same time take as long as the longest of them, as in real time.
 */
final class VirtualTime implements Sleeper, CallListener, AutoCloseable {

    private static final String WORKER = "asc-backfill";

    private final Sandbox sandbox;
    private final PriorityQueue<Wake> waits = new PriorityQueue<>(Comparator.comparing(Wake::at));
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean closed;

    VirtualTime(Sandbox sandbox) {
        this.sandbox = sandbox;
        Thread driver = new Thread(this::drive, "virtual-time");
        driver.setDaemon(true);
        driver.start();
    }

    @Override
    public CompletableFuture<Void> sleep(Duration duration) {
        synchronized (waits) {
            Wake wake = new Wake(sandbox.clock().instant().plus(duration), new CompletableFuture<>());
            waits.add(wake);
            return wake.slept();
        }
    }

    @Override
    public void onRequest(CallAttempt attempt) {
        inFlight.incrementAndGet();
    }

    @Override
    public void onResponse(CallAttempt attempt, CallResult result) {
        inFlight.decrementAndGet();
    }

    private void drive() {
        while (!closed) {
            Wake due = null;
            synchronized (waits) {
                if (!waits.isEmpty() && inFlight.get() == 0 && allWorkersWait()) {
                    due = waits.remove();
                    Duration left = Duration.between(sandbox.clock().instant(), due.at());
                    sandbox.advanceTime(left.isNegative() ? Duration.ZERO : left);
                }
            }
            if (due == null) {
                LockSupport.parkNanos(20_000);
            } else {
                due.slept().complete(null);
            }
        }
    }

    private static boolean allWorkersWait() {
        Thread[] threads = new Thread[Thread.activeCount() + 10];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals(WORKER) && threads[i].getState() != Thread.State.WAITING) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }

    private record Wake(Instant at, CompletableFuture<Void> slept) {}
}
