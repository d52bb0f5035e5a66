package io.github.ascjava.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RedisReplayGuardTest {

    @TempDir
    Path folder;

    @Test
    void ofAllProgramsOneGetsAnEventUntilItIsReleased() {
        try (RedisServer redis = RedisServer.start(folder);
                RedisReplayGuard one = RedisReplayGuard.connect(redis.uri());
                RedisReplayGuard other = RedisReplayGuard.connect(redis.uri())) {
            assertThat(IntStream.range(0, 200).parallel().filter(i -> (i % 2 == 0 ? one : other).claim("e" + i % 10)))
                    .hasSize(10);
            one.release("e1");
            assertThat(other.claim("e1")).isTrue();
            assertThat(one.claim("e1")).isFalse();
        }
    }

    @Test
    void anEventIsForgottenAfterElevenDays() {
        try (RedisServer redis = RedisServer.start(folder);
                RedisReplayGuard guard = RedisReplayGuard.connect(redis.uri());
                RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            guard.claim("e1");

            assertThat(connection.sync().ttl("asc:webhook-event:e1")).isBetween(950_000L, 950_400L);
        }
    }
}
