package io.github.ascjava.client.call;

import io.github.ascjava.auth.ApiKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Keeps the rate limits of keys in memory, as reported by Apple's responses. */
final class InMemoryRateLimiter implements RateLimiter {

    private final LongSupplier millis;
    private final Sleeper sleeper;
    private final Map<String, PermitQueue> byKey = new ConcurrentHashMap<>();

    InMemoryRateLimiter(LongSupplier millis, Sleeper sleeper) {
        this.millis = millis;
        this.sleeper = sleeper;
    }

    @Override
    public CompletableFuture<Boolean> acquire(ApiKey key, Duration timeout) {
        return queue(key).acquire(timeout);
    }

    @Override
    public void onRateLimit(ApiKey key, RateLimit rateLimit) {
        queue(key).observe(rateLimit);
    }

    private PermitQueue queue(ApiKey key) {
        return byKey.computeIfAbsent(key.keyId(), id -> new PermitQueue(millis, sleeper));
    }
}
