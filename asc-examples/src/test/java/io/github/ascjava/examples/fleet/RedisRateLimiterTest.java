package io.github.ascjava.examples.fleet;

import static io.github.ascjava.examples.fleet.FleetMember.AT_ONCE;
import static io.github.ascjava.examples.fleet.FleetMember.PER_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.RateLimiterException;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RedisRateLimiterTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ApiKey key = FleetMember.key();

    @TempDir
    private Path directory;

    private RedisServer redis;

    @BeforeEach
    void startRedis() {
        redis = RedisServer.start(directory);
    }

    @AfterEach
    void stopRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void twoLimitersTogetherSendNoMoreThanTheBudgetHoweverManyAskAtOnce() {
        try (RedisRateLimiter one = RedisRateLimiter.connect(redis.uri(), 1001, 1000);
                RedisRateLimiter other = RedisRateLimiter.connect(redis.uri(), 1001, 1000)) {
            List<CompletableFuture<Boolean>> permits = IntStream.range(0, 3000)
                    .mapToObj(i -> (i % 2 == 0 ? one : other).acquire(key, LONG))
                    .toList();

            assertThat(permits.stream().filter(CompletableFuture::join)).hasSize(1000);
        }
    }

    @Test
    void twoProgramsTogetherSendNoMoreThanTheBudget() throws Exception {
        try (MockWebServer api = api()) {
            Process one = FleetMember.start(redis.uri(), api.url("/").toString(), 15);
            Process other = FleetMember.start(redis.uri(), api.url("/").toString(), 15);

            int sent = Integer.parseInt(FleetMember.result(one)) + Integer.parseInt(FleetMember.result(other));

            assertThat(sent).isEqualTo(AT_ONCE);
            assertThat(api.getRequestCount()).isEqualTo(AT_ONCE);
        }
    }

    @Test
    void theCountOutlivesTheProgramThatCounted() {
        try (RedisRateLimiter first = limiter()) {
            assertThat(granted(first, 30)).isEqualTo(AT_ONCE);
        }
        try (RedisRateLimiter next = limiter()) {
            assertThat(granted(next, 1)).isZero();
        }
    }

    @Test
    void noHourSeesMoreThanTheBudget() {
        try (RedisRateLimiter limiter = limiter()) {
            assertThat(granted(limiter, AT_ONCE)).isEqualTo(AT_ONCE);

            // One of 21 comes back in an hour, because twenty may be sent at its beginning.
            assertThat(limiter.acquire(key, Duration.ofMinutes(59)))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(false);
            assertThat(limiter.acquire(key, Duration.ofMinutes(61))).isNotDone();
        }
    }

    @Test
    void eachKeyHasABudgetOfItsOwn() {
        try (RedisRateLimiter limiter = limiter()) {
            granted(limiter, 30);

            assertThat(limiter.acquire(FleetMember.key("ABCDEFGHJK"), LONG).join())
                    .isTrue();
        }
    }

    @Test
    void aRequestWaitsForItsTurn() {
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(redis.uri(), 36_001, 1)) {
            long start = System.nanoTime();

            assertThat(granted(limiter, 4)).isEqualTo(4);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        }
    }

    @Test
    void whatWouldTakeTooLongIsRefusedAtOnceAndUsesNothingUp() {
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(redis.uri(), 1801, 1)) {
            assertThat(limiter.acquire(key, LONG).join()).isTrue();

            assertThat(limiter.acquire(key, Duration.ofMillis(1200)))
                    .succeedsWithin(Duration.ofMillis(1000))
                    .isEqualTo(false);
            assertThat(limiter.acquire(key, Duration.ZERO).join()).isFalse();

            // The next turn is two seconds after the first; the refused request has not taken it.
            assertThat(limiter.acquire(key, Duration.ofSeconds(3)).join()).isTrue();
        }
    }

    @Test
    void theTurnOfACancelledCallIsGivenToAnother() {
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(redis.uri(), 3601, 1)) {
            assertThat(granted(limiter, 1)).isEqualTo(1);
            CompletableFuture<Boolean> second = limiter.acquire(key, LONG);
            CompletableFuture<Boolean> third = limiter.acquire(key, LONG);

            second.cancel(true);

            assertThat(third.join()).isTrue();
            // Turns come once a second, but one was left over.
            assertThat(limiter.acquire(key, Duration.ofMillis(900)).join()).isTrue();
        }
    }

    @Test
    void noMoreIsUsedThanAppleSaysIsLeft() {
        try (RedisRateLimiter limiter = limiter();
                RedisRateLimiter other = limiter()) {
            granted(limiter, 2);

            limiter.onRateLimit(key, new RateLimit(3600, 3000, null, null));
            limiter.onRateLimit(key, new RateLimit(3600, 5, null, null));
            limiter.onRateLimit(key, new RateLimit(3600, 3000, 150, 1));

            assertThat(granted(limiter, 4)).isEqualTo(4);
            assertThat(granted(other, 4)).isEqualTo(1);
        }
    }

    @Test
    void anOverdrawnBudgetIsNoSmallerBudgetForGood() {
        RedisClient client = RedisClient.create(redis.uri());
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(redis.uri(), 36_010, 10)) {
            assertThat(granted(limiter, 1)).isEqualTo(1);

            limiter.onRateLimit(key, new RateLimit(3600, -1, null, null));

            assertThat(granted(limiter, 2)).isEqualTo(2);
            Optional<BucketConfiguration> kept = Bucket4jLettuce.casBasedBuilder(
                            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                    .build()
                    .getProxyConfiguration("asc:budget:2X9R4HXF34");
            assertThat(kept.orElseThrow().getBandwidths()[0].getCapacity()).isEqualTo(10);
        } finally {
            client.shutdown();
        }
    }

    @Test
    void anUnusedKeyLeavesNothingBehind() {
        RedisClient client = RedisClient.create(redis.uri());
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(redis.uri(), 3660, 60);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            granted(limiter, 30);

            // Thirty seconds until the bucket is full again, and a minute more.
            assertThat(connection.sync().keys("*")).containsExactly("asc:budget:2X9R4HXF34");
            assertThat(connection.sync().ttl("asc:budget:2X9R4HXF34")).isBetween(60L, 91L);
        } finally {
            client.shutdown();
        }
    }

    @Test
    void withoutARedisThereIsNoLimiter() {
        redis.close();

        assertThatThrownBy(this::limiter).isInstanceOf(RedisConnectionException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3600})
    void aBudgetThatCannotBeSpreadIsRefused(int atOnce) {
        assertThatThrownBy(() -> RedisRateLimiter.connect(redis.uri(), 3600, atOnce))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "atOnce is " + atOnce + ", but must be at least 1 and less than perHour, 3600, or nothing of"
                                + " the hour is left to spread.");
    }

    @Test
    void aLostRedisFailsTheCallAtOnce() throws Exception {
        try (MockWebServer api = api();
                RedisRateLimiter limiter = limiter();
                AppStoreConnect asc = AppStoreConnect.builder(key)
                        .baseUrl(api.url("/").toString())
                        .options(o -> o.rateLimiter(limiter))
                        .build()) {
            asc.apps().list().execute();
            redis.close();

            // The first may have been on its way before the connection was seen to be gone.
            assertThatThrownBy(() -> asc.apps().list().execute()).isInstanceOf(RateLimiterException.class);
            assertThatThrownBy(() -> asc.apps().list().execute())
                    .isInstanceOf(RateLimiterException.class)
                    .hasMessage("GET /v1/apps: not sent: the rate limiter failed:"
                            + " java.lang.IllegalStateException: Redis, which counts the requests of the whole fleet,"
                            + " did not answer. Check that it runs and can be reached.")
                    .hasRootCauseInstanceOf(RedisException.class);
            assertThat(api.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aRedisThatDoesNotAnswerHoldsNoCallBeyondItsTimeout() throws Exception {
        try (MockWebServer api = api();
                RedisRateLimiter limiter = limiter();
                AppStoreConnect asc = AppStoreConnect.builder(key)
                        .baseUrl(api.url("/").toString())
                        .options(o -> o.rateLimiter(limiter))
                        .build()) {
            redis.freeze();

            assertThatThrownBy(() -> asc.apps()
                            .list()
                            .withTimeout(Duration.ofMillis(300))
                            .execute())
                    .isInstanceOf(RateLimiterException.class);
            assertThatThrownBy(() -> asc.apps().list().execute())
                    .isInstanceOf(RateLimiterException.class)
                    .hasRootCauseInstanceOf(TimeoutException.class);

            redis.thaw();
            asc.apps().list().execute();
            assertThat(api.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void theExampleShowsTwoClientsThatTakeTurns() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        FleetExample.run(redis.uri(), new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(20).allMatch(line -> line.matches(" +\\d+\\.\\d\\d s  client [AB]  request \\d+"));
        // Eight at once, twelve more at five a second.
        assertThat(Double.parseDouble(lines.get(19).split(" s ", -1)[0].strip()))
                .isGreaterThan(2.3);
    }

    private RedisRateLimiter limiter() {
        return RedisRateLimiter.connect(redis.uri(), PER_HOUR, AT_ONCE);
    }

    private long granted(RedisRateLimiter limiter, int requests) {
        List<CompletableFuture<Boolean>> permits = Stream.generate(() -> limiter.acquire(key, LONG))
                .limit(requests)
                .toList();
        return permits.stream().filter(CompletableFuture::join).count();
    }

    /** Starts an API that has no apps and counts requests. */
    private static MockWebServer api() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse()
                        .setHeader("Content-Type", "application/json")
                        .setBody("{\"data\": [], \"links\": {\"self\": \"" + request.getRequestUrl() + "\"}}");
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }
}
