package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one key, granted in order at the pace that the limits per hour and per minute allow. Thread-safe.
 *
 * <p>Only the first of those that wait has a timer, which each response may change: others can be granted as soon as a
 * response reports that requests are available again.
 */
final class PermitQueue {

    /**
     * Attempts without a response are forgotten after this; some responses lack the header
     * (docs/live-service.md#rate-limit-header-varies).
     */
    private static final long LONGEST_ATTEMPT_MILLIS = 60_000;

    private final LongSupplier millis;
    private final Sleeper sleeper;
    private final Lock lock = new ReentrantLock();
    private final RateLimitWindow hour = new RateLimitWindow(Duration.ofHours(1));
    private final RateLimitWindow minute = new RateLimitWindow(Duration.ofMinutes(1));
    /** When the requests without a response were granted, oldest first. */
    private final Deque<Long> underWay = new ArrayDeque<>();

    private final Deque<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
    /** The wait of the first one; null if none waits. */
    private @Nullable CompletableFuture<Void> timer;

    private long timerDue;

    PermitQueue(LongSupplier millis, Sleeper sleeper) {
        this.millis = millis;
        this.sleeper = sleeper;
    }

    /** As {@link RateLimiter#acquire}. */
    CompletableFuture<Boolean> acquire(Duration timeout) {
        CompletableFuture<Boolean> permit = new CompletableFuture<>();
        lock.lock();
        try {
            long now = millis.getAsLong();
            if (millisUntilFree(now, waiting.size()) > timeout.toMillis()) {
                return CompletableFuture.completedFuture(false);
            }
            if (waiting.isEmpty() && millisUntilFree(now, 0) <= 0) {
                grant(now);
                return CompletableFuture.completedFuture(true);
            }
            waiting.add(permit);
        } finally {
            lock.unlock();
        }
        CompletableFuture<Boolean> unused = permit.whenComplete((granted, failure) -> {
            if (failure != null) {
                withdraw(permit);
            }
        });
        proceed();
        return permit;
    }

    /** As {@link RateLimiter#onRateLimit}. */
    void observe(RateLimit limit) {
        lock.lock();
        try {
            long now = millis.getAsLong();
            underWay.poll();
            forgetOld(now);
            hour.observe(now, limit.hourLimit(), limit.hourRemaining(), underWay.size());
            minute.observe(now, limit.minuteLimit(), limit.minuteRemaining(), underWay.size());
        } finally {
            lock.unlock();
        }
        proceed();
    }

    private void withdraw(CompletableFuture<Boolean> permit) {
        lock.lock();
        try {
            waiting.removeIf(other -> other == permit);
        } finally {
            lock.unlock();
        }
        proceed();
    }

    private void proceed() {
        proceed(false);
    }

    /**
     * Grants what is due, and sets the timer for what is not; completes futures without the lock, because callers go on.
     *
     * @param firstIsDue whether the first one is due in any case
     */
    private void proceed(boolean firstIsDue) {
        boolean isDue = firstIsDue;
        while (true) {
            CompletableFuture<Boolean> due = null;
            CompletableFuture<Void> wait = null;
            CompletableFuture<Void> superfluous = null;
            lock.lock();
            try {
                long now = millis.getAsLong();
                double left = waiting.isEmpty() || isDue ? 0 : millisUntilFree(now, 0);
                isDue = false;
                if (!waiting.isEmpty() && left <= 0) {
                    due = waiting.poll();
                    grant(now);
                } else if (waiting.isEmpty() || timer == null || timerDue > now + Math.ceil(left)) {
                    superfluous = timer;
                    timerDue = now + (long) Math.ceil(left);
                    wait = waiting.isEmpty() ? null : sleeper.sleep(Duration.ofMillis(timerDue - now));
                    timer = wait;
                }
            } finally {
                lock.unlock();
            }
            if (superfluous != null) {
                superfluous.cancel(true);
            }
            if (due != null) {
                due.complete(true);
            } else if (wait == null) {
                return;
            } else {
                CompletableFuture<Void> mine = wait;
                CompletableFuture<Void> unused = wait.whenComplete((over, failure) -> timeIsUp(mine, failure));
                return;
            }
        }
    }

    private void timeIsUp(CompletableFuture<Void> mine, @Nullable Throwable failure) {
        Deque<CompletableFuture<Boolean>> failed = new ArrayDeque<>();
        boolean isEarly;
        lock.lock();
        try {
            if (timer != mine) {
                return;
            }
            timer = null;
            // A sleeper of a test may not wait at all; another one would not wait either.
            isEarly = millis.getAsLong() < timerDue;
            if (failure != null) {
                failed.addAll(waiting);
                waiting.clear();
            }
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            failed.forEach(permit -> permit.completeExceptionally(failure));
        }
        proceed(isEarly);
    }

    /** Returns how long a request waits that comes after so many others. */
    private double millisUntilFree(long now, int others) {
        return Math.max(hour.millisUntilFree(now, others), minute.millisUntilFree(now, others));
    }

    private void grant(long now) {
        hour.take(now);
        minute.take(now);
        forgetOld(now);
        underWay.add(now);
    }

    private void forgetOld(long now) {
        while (!underWay.isEmpty() && underWay.peek() < now - LONGEST_ATTEMPT_MILLIS) {
            underWay.remove();
        }
    }
}
