package io.github.ascjava.examples.fleet;

import io.github.ascjava.webhooks.ReplayGuard;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;

/**
 * Remembers the events of webhooks for all programs that receive them, in a Redis that all of them reach.
 *
 * <p>Redis forgets an event after eleven days; App Store Connect sends deliveries of the last ten days again. Without Redis,
 * claiming fails with lettuce's {@code RedisException}, within two seconds, and {@code WebhookHandler} responds with 503.
 */
public final class RedisReplayGuard implements ReplayGuard, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(11);
    private static final String PREFIX = "asc:webhook-event:";

    private final RedisClient redis;
    private final StatefulRedisConnection<String, String> connection;

    private RedisReplayGuard(RedisClient redis, StatefulRedisConnection<String, String> connection) {
        this.redis = redis;
        this.connection = connection;
    }

    /**
     * Connects to Redis; waits until that has worked or failed.
     *
     * @param uri such as {@code redis://127.0.0.1:6379}
     * @throws io.lettuce.core.RedisConnectionException if there is no Redis
     */
    public static RedisReplayGuard connect(String uri) {
        RedisURI address = RedisURI.create(uri);
        address.setTimeout(PATIENCE);
        RedisClient redis = RedisClient.create(address);
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        try {
            return new RedisReplayGuard(redis, redis.connect());
        } catch (RuntimeException e) {
            redis.shutdown();
            throw e;
        }
    }

    @Override
    public boolean claim(String eventId) {
        return connection.sync().set(PREFIX + eventId, "", SetArgs.Builder.nx().ex(KEPT)) != null;
    }

    @Override
    public void release(String eventId) {
        connection.sync().del(PREFIX + eventId);
    }

    @Override
    public void close() {
        redis.shutdown();
    }
}
