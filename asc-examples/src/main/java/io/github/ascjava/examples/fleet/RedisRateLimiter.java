package io.github.ascjava.examples.fleet;

import static io.github.bucket4j.TokensInheritanceStrategy.AS_IS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RateLimiter;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares the budget of each key among all programs that use it, through a Redis that all of them reach.
 *
 * <p>Bucket4j keeps one bucket per key in Redis. Some requests may go at once and the rest is spread over the hour, so that
 * no hour sees more than the budget. The bucket fills by the clocks of the programs, which should agree; so should the numbers
 * that they give, because a bucket keeps those that it was made with.
 *
 * <p>Without Redis nobody knows what the others send. A call then fails with a {@code RateLimiterException}, at once if
 * the connection is lost and after two seconds if Redis does not answer, and works again when Redis does.
 */
public final class RedisRateLimiter implements RateLimiter, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** How long an unused bucket stays in Redis once it is full, which is as good as none. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final RedisClient redis;
    private final int perHour;
    private final int atOnce;
    private final AsyncProxyManager<String> buckets;
    private final Map<String, AsyncBucketProxy> byKey = new ConcurrentHashMap<>();

    private RedisRateLimiter(RedisClient redis, int perHour, int atOnce) {
        this.redis = redis;
        this.perHour = perHour;
        this.atOnce = atOnce;
        this.buckets = Bucket4jLettuce.casBasedBuilder(
                        redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build()
                .asAsync();
    }

    /**
     * Connects to Redis; waits until that has worked or failed.
     *
     * @param uri such as {@code redis://127.0.0.1:6379}
     * @param perHour how many requests the programs may send in any hour; Apple's usual 3600, or less if somebody else uses
     *     the key too
     * @param atOnce how many of them may be sent without a pause after a quiet time; with 60 of 3600 no minute sees more
     *     than 120, which stays below Apple's limit per minute (docs/live-service.md#minute-limit-is-undocumented)
     * @throws io.lettuce.core.RedisConnectionException if there is no Redis
     */
    public static RedisRateLimiter connect(String uri, int perHour, int atOnce) {
        if (atOnce < 1 || atOnce >= perHour) {
            throw new IllegalArgumentException(
                    "atOnce is " + atOnce + ", but must be at least 1 and less than perHour, " + perHour
                            + ", or nothing of the hour is left to spread.");
        }
        RedisClient redis = RedisClient.create(uri);
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        try {
            return new RedisRateLimiter(redis, perHour, atOnce);
        } catch (RuntimeException e) {
            redis.shutdown();
            throw e;
        }
    }

    @Override
    public CompletableFuture<Boolean> acquire(ApiKey key, Duration longest) {
        long nanos = Math.max(1, longest.toNanos());
        AsyncBucketProxy bucket = bucket(key);
        CompletableFuture<Boolean> permit =
                new CompletableFuture<Boolean>().completeOnTimeout(false, nanos, NANOSECONDS);
        CompletableFuture<Boolean> unused = bucket.asScheduler()
                .tryConsume(1, nanos, redis.getResources().eventExecutorGroup())
                .whenComplete((granted, failure) -> {
                    if (failure != null) {
                        permit.completeExceptionally(unavailable(failure));
                    } else if (!permit.complete(granted) && granted) {
                        // The call was cancelled or is out of time: somebody else may go.
                        CompletableFuture<Void> unusedToo = bucket.addTokens(1);
                    }
                });
        return permit;
    }

    @Override
    public void onRateLimit(ApiKey key, RateLimit rateLimit) {
        Integer left = rateLimit.hourRemaining();
        if (left != null && left < atOnce) {
            // A smaller bucket spills what does not fit, and gets nothing back with its old size.
            AsyncBucketProxy bucket = bucket(key);
            // Nobody waits for this: if Redis is gone, the next call says so.
            CompletableFuture<Void> unused = CompletableFuture.allOf(
                    bucket.replaceConfiguration(budget(Math.max(1, left)), AS_IS),
                    bucket.replaceConfiguration(budget(atOnce), AS_IS));
        }
    }

    @Override
    public void close() {
        redis.shutdown();
    }

    private BucketConfiguration budget(int savedUp) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(savedUp).refillGreedy(perHour - atOnce, Duration.ofHours(1)))
                .build();
    }

    private AsyncBucketProxy bucket(ApiKey key) {
        // One per key, because it gathers what is asked for while Redis is busy into a single question.
        return byKey.computeIfAbsent(
                key.keyId(),
                id -> buckets.builder()
                        .withOptimization(Optimizations.batching())
                        .build("asc:budget:" + id, () -> CompletableFuture.completedFuture(budget(atOnce))));
    }

    private static IllegalStateException unavailable(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new IllegalStateException(
                "Redis, which counts the requests of the whole fleet, did not answer. Check that it runs and can be"
                        + " reached.",
                cause);
    }
}
