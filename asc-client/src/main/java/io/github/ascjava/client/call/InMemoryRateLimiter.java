package io.github.ascjava.client.call;

import io.github.ascjava.auth.ApiKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps the rate limit windows of keys in memory, as reported by Apple's responses. */
final class InMemoryRateLimiter implements RateLimiter {

    private final LongSupplier millis;
    private final Sleeper sleeper;
    private final Map<String, RateLimitWindows> byKey = new ConcurrentHashMap<>();

    InMemoryRateLimiter(LongSupplier millis, Sleeper sleeper) {
        this.millis = millis;
        this.sleeper = sleeper;
    }

    @Override
    public CompletableFuture<Boolean> acquire(ApiKey key, Duration timeout) {
        RateLimitWindows windows = windows(key);
        long now = millis.getAsLong();
        Long due = windows.take(now, timeout);
        if (due == null) {
            return CompletableFuture.completedFuture(false);
        }
        if (due <= now) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Void> slept = sleeper.sleep(Duration.ofMillis(due - now));
        CompletableFuture<Boolean> permit = slept.thenApply(done -> true);
        CompletableFuture<Boolean> unused = permit.whenComplete((done, failure) -> {
            if (failure != null) {
                slept.cancel(true);
                windows.giveBack(due);
            }
        });
        return permit;
    }

    @Override
    public void onRateLimit(ApiKey key, RateLimit rateLimit) {
        windows(key).observe(millis.getAsLong(), rateLimit);
    }

    private RateLimitWindows windows(ApiKey key) {
        return byKey.computeIfAbsent(key.keyId(), id -> new RateLimitWindows());
    }

    /** The windows of one key: the hour's and the minute's. */
    private static final class RateLimitWindows {

        /**
         * Attempts without a response are forgotten after this; some responses lack the header
         * (docs/live-service.md#rate-limit-header-varies).
         */
        private static final long LONGEST_ATTEMPT_MILLIS = 60_000;

        private final Lock lock = new ReentrantLock();
        /** When the requests without a response are due, in the order in which they were granted. */
        private final Deque<Long> unanswered = new ArrayDeque<>();

        private final RateLimitWindow hour = new RateLimitWindow(Duration.ofHours(1));
        private final RateLimitWindow minute = new RateLimitWindow(Duration.ofMinutes(1));

        /** Returns when the request is due, or null if it would not be in time. */
        @Nullable
        Long take(long now, Duration timeout) {
            lock.lock();
            try {
                double wait = Math.max(hour.millisUntilFree(now), minute.millisUntilFree(now));
                if (wait > timeout.toMillis()) {
                    return null;
                }
                hour.take(now);
                minute.take(now);
                long due = now + (long) Math.ceil(wait);
                forgetOld(now);
                unanswered.add(due);
                return due;
            } finally {
                lock.unlock();
            }
        }

        /** Frees the permit of a canceled call for another one, as far as the next response allows. */
        void giveBack(Long due) {
            lock.lock();
            try {
                unanswered.remove(due);
            } finally {
                lock.unlock();
            }
        }

        void observe(long now, RateLimit limit) {
            lock.lock();
            try {
                unanswered.poll();
                forgetOld(now);
                int waiting = (int) unanswered.stream().filter(due -> due > now).count();
                int underWay = unanswered.size() - waiting;
                hour.observe(now, limit.hourLimit(), limit.hourRemaining(), underWay, waiting);
                minute.observe(now, limit.minuteLimit(), limit.minuteRemaining(), underWay, waiting);
            } finally {
                lock.unlock();
            }
        }

        private void forgetOld(long now) {
            while (!unanswered.isEmpty() && unanswered.peek() < now - LONGEST_ATTEMPT_MILLIS) {
                unanswered.remove();
            }
        }
    }
}
