package io.github.ascjava.client;

import io.github.ascjava.auth.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the budgets of keys in memory, as Apple's answers tell them. */
final class InMemoryLimiter implements RequestLimiter {

    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<String, Budgets> byKey = new ConcurrentHashMap<>();

    InMemoryLimiter(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public CompletableFuture<Boolean> acquire(ApiKey key, Duration longest) {
        Duration wait = budgets(key).take(clock.millis(), longest);
        if (wait == null) {
            return CompletableFuture.completedFuture(false);
        }
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Void> slept = sleeper.sleep(wait);
        CompletableFuture<Boolean> permit = slept.thenApply(done -> true);
        // A cancelled call gives its timer back; its turn is not given back.
        CompletableFuture<Boolean> unused = permit.whenComplete((done, failure) -> slept.cancel(true));
        return permit;
    }

    @Override
    public void observed(ApiKey key, RateLimit rateLimit) {
        budgets(key).observe(clock.millis(), rateLimit);
    }

    private Budgets budgets(ApiKey key) {
        return byKey.computeIfAbsent(key.keyId(), id -> new Budgets());
    }

    /** The budgets of one key: the hour's and the minute's. */
    private static final class Budgets {

        private final Lock lock = new ReentrantLock();
        private final Budget hour = new Budget(Duration.ofHours(1));
        private final Budget minute = new Budget(Duration.ofMinutes(1));

        @Nullable
        Duration take(long now, Duration longest) {
            lock.lock();
            try {
                double wait = Math.max(hour.millisUntilFree(now), minute.millisUntilFree(now));
                if (wait > longest.toMillis()) {
                    return null;
                }
                hour.take(now);
                minute.take(now);
                return Duration.ofMillis((long) Math.ceil(wait));
            } finally {
                lock.unlock();
            }
        }

        void observe(long now, RateLimit limit) {
            lock.lock();
            try {
                hour.observe(now, limit.hourLimit(), limit.hourRemaining());
                minute.observe(now, limit.minuteLimit(), limit.minuteRemaining());
            } finally {
                lock.unlock();
            }
        }
    }
}
