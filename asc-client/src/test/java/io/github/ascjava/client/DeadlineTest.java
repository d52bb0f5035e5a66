package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.RateLimiterException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.users.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A call ends within its timeout, wherever it hangs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    /** Long enough for a busy machine; every hang in these tests lasts longer. */
    private static final Duration LATEST = Duration.ofSeconds(8);

    private static final String TOO_LONG = "the call took longer than its timeout of 0.3 s.";

    @RegisterExtension
    final RawServer server = new RawServer();

    private final Leaks leaks = new Leaks();
    private final OkHttpClient http = leaks.watch(new OkHttpClient());

    /** The first call of a program takes longer than the timeout here. */
    @BeforeAll
    static void warmUp() throws IOException {
        RawServer server = new RawServer();
        try (AppStoreConnect asc =
                AppStoreConnect.builder(TestKeys.team()).baseUrl(server.url()).build()) {
            server.treat(RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER));
            get(asc).execute();
            get(asc).executeAsync().join();
        }
        server.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        leaks.check(false);
    }

    @ParameterizedTest
    @CsvSource({
        "STALL_BEFORE_ANY_BYTE, SYNCHRONOUS",
        "STALL_WITHIN_THE_HEADERS, SYNCHRONOUS",
        "STALL_WITHIN_THE_BODY, SYNCHRONOUS",
        "STALL_BEFORE_ANY_BYTE, ASYNCHRONOUS",
        "STALL_WITHIN_THE_HEADERS, ASYNCHRONOUS",
        "STALL_WITHIN_THE_BODY, ASYNCHRONOUS"
    })
    void aStallEndsWithTheTimeout(Fault stall, Way way) throws InterruptedException {
        server.treat(stall.treatment());

        assertConnectionFailure(way, builder(server.url()).build());
        assertThat(server.clientLeaves()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTrickleOfHeadersEndsWithTheTimeout(Way way) throws InterruptedException {
        server.treat(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
            connection.trickle(new byte[200_000], 5);
        });

        assertConnectionFailure(way, builder(server.url()).build());
        assertThat(server.clientLeaves()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTrickleOfABodyEndsWithTheTimeout(Way way) throws InterruptedException {
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(200, Map.of(), 100_000));
            connection.trickle(" ".repeat(100_000).getBytes(StandardCharsets.UTF_8), 5);
        });

        assertConnectionFailure(way, builder(server.url()).build());
        assertThat(server.clientLeaves()).isTrue();
    }

    /** The status is known and more important. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aTrickleOfAnErrorBodyEndsWithTheTimeoutAndTheStatus(Way way) throws InterruptedException {
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(503, Map.of(), 100_000));
            connection.trickle("x".repeat(100_000).getBytes(StandardCharsets.UTF_8), 5);
        });

        long start = System.nanoTime();
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> way.run(get(builder(server.url()).build())))
                .withMessageContaining("but no time is left of the call's timeout of 0.3 s.");
        assertInTime(start);
        assertThat(server.clientLeaves()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aConnectionThatIsNotMadeEndsWithTheTimeout(Way way) throws Exception {
        try (FullBacklog nowhere = new FullBacklog()) {
            assertConnectionFailure(way, builder(nowhere.url()).build());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aHandshakeThatStallsEndsWithTheTimeout(Way way) {
        assertConnectionFailure(
                way, builder(server.url().replace("http:", "https:")).build());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimiterThatSaysNothingEndsWithTheTimeout(Way way) {
        CompletableFuture<Boolean> permit = new CompletableFuture<>();
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.rateLimiter((key, longest) -> permit))
                .build();

        long start = System.nanoTime();
        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessage("GET /v1/users/{id}: not sent: the rate limiter granted no permit within the"
                        + " 0.3 s left of the timeout. Send requests more slowly, or set a longer timeout.");
        assertInTime(start);
        assertThat(permit).isCancelled();
        assertThat(server.requests()).isEmpty();
    }

    /** The permit is granted at the last moment; a write that is then sent may or may not be carried out. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void timeThatIsUpWhenThePermitComesIsNotSpentOnSending(Way way) {
        FakeClock time = new FakeClock();
        RateLimiter slow = (ApiKey key, Duration longest) -> {
            time.advance(longest);
            return CompletableFuture.completedFuture(true);
        };
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.clock(time).rateLimiter(slow))
                .build();

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(asc.users().delete("u1")))
                .withMessageEndingWith(TOO_LONG)
                .satisfies(e -> assertThat(e.attempts()).isZero());
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timeThatIsUpAfterAWaitLeavesWhatTheLastAttemptMet(Way way) {
        server.treat(RawServer.Treatment.answer(503, Map.of(), ""));
        FakeClock time = new FakeClock();
        List<Duration> asked = new ArrayList<>();
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.clock(time)
                        .sleeper(duration -> time.sleep(Duration.ofSeconds(1)))
                        .rateLimiter((key, longest) -> {
                            asked.add(longest);
                            return CompletableFuture.completedFuture(true);
                        })
                        .retryPolicy(new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1))))
                .build();

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessage("GET /v1/users/{id}: status 503 without a body. The timeout leaves no time for another"
                        + " attempt.");
        assertThat(server.requests()).hasSize(1);
        // An unused permit would be missing for another call.
        assertThat(asked).hasSize(1);
    }

    /** Ten seconds. A wait leaves little of it for the second attempt, which meets a stall. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anAttemptHasWhatIsLeftOfTheTimeout(Way way) {
        server.treat(RawServer.Treatment.answer(503, Map.of("Retry-After", "9"), ""), RawServer.Connection::stall);
        FakeClock time = new FakeClock();
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.clock(time)
                        .sleeper(duration -> time.sleep(Duration.ofMillis(9_700)))
                        .timeout(Duration.ofSeconds(10)))
                .build();

        long start = System.nanoTime();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(2));
        assertInTime(start);
    }

    /**
     * For example, a key service that does not respond, or a name that is not resolved: OkHttp cannot interrupt these.
     */
    @Test
    void anAsynchronousCallEndsEvenWhereNothingCanBeCutOff() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(leaks.watch(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            release.join();
                            return chain.proceed(chain.request());
                        })
                        .build()))
                .build();

        long start = System.nanoTime();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> Way.ASYNCHRONOUS.run(get(asc).withTimeout(TIMEOUT)))
                .withMessage("GET /v1/users/{id}: no complete response: " + TOO_LONG)
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
        assertInTime(start);
        release.complete(null);
    }

    @Test
    void timeSpentWithTheLimiterIsTimeSpent() {
        FakeClock time = new FakeClock();
        List<Duration> asked = new ArrayList<>();
        server.treat(
                RawServer.Treatment.answer(503, Map.of("Retry-After", "20"), ""),
                RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER));
        RateLimiter slow = (ApiKey key, Duration longest) -> {
            asked.add(longest);
            time.advance(Duration.ofSeconds(30));
            return CompletableFuture.completedFuture(true);
        };
        builder(server.url())
                .options(o -> o.clock(time).sleeper(time).rateLimiter(slow).timeout(Duration.ofSeconds(100)))
                .build()
                .users()
                .get("u1")
                .execute();

        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(Duration.ofSeconds(100));
        assertThat(asked.get(1)).isBetween(Duration.ofSeconds(49), Duration.ofSeconds(50));
    }

    /** Six calls, of which five are sent at a time, to a server that answers none. */
    @Test
    void aCallThatWaitsForItsTurnEndsWithTheTimeoutAndSaysSo() {
        server.treat(RawServer.Connection::stall);
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.timeout(Duration.ofSeconds(30)))
                .build();
        List<CompletableFuture<User>> ahead = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ahead.add(get(asc).executeAsync());
        }
        assertThat(Leaks.comes(() -> server.requests().size() == 5)).isTrue();

        long start = System.nanoTime();
        Throwable e = catchThrowable(
                () -> Way.ASYNCHRONOUS.run(asc.users().delete("u1").withTimeout(TIMEOUT)));

        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessage("DELETE /v1/users/{id}: no complete response: " + TOO_LONG
                        + " It was queued in the dispatcher of the HTTP client, which runs 5 asynchronous calls"
                        + " to a host at a time. Start fewer at once, set a longer timeout, or pass in a client"
                        + " that runs more.");
        assertThat(((AscException) e).attempts()).isZero();
        assertInTime(start);
        ahead.forEach(future -> future.cancel(true));
        assertThat(Leaks.comes(() -> http.dispatcher().queuedCallsCount() == 0)).isTrue();
        assertThat(server.requests()).hasSize(5);
    }

    /** A queued call has only the rest of its own timeout left. */
    @Test
    void aCallWhoseTurnComesHasWhatIsLeftOfItsTime() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        server.treat(
                connection -> {
                    release.join();
                    RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER)
                            .apply(connection);
                },
                RawServer.Connection::stall);
        http.dispatcher().setMaxRequestsPerHost(1);
        AppStoreConnect asc = builder(server.url()).build();
        CompletableFuture<User> first =
                get(asc).withTimeout(Duration.ofMinutes(1)).executeAsync();
        server.awaitRequest();
        long start = System.nanoTime();
        CompletableFuture<User> second =
                get(asc).withTimeout(Duration.ofSeconds(2)).executeAsync();
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> release.complete(null));

        assertThat(first.get().firstName()).isEqualTo("Ada");
        Throwable e = second.handle((value, failure) -> failure).get();
        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("the call took longer than its timeout of 2 s.")
                .hasMessageNotContaining("turn");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_900));
    }

    /** The timeout of the HTTP client that was passed to the builder. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherTimeoutIsNotMistakenForTheCalls(Way way) {
        server.treat(RawServer.Connection::stall);
        AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(leaks.watch(new OkHttpClient.Builder()
                        .callTimeout(100, TimeUnit.MILLISECONDS)
                        .build()))
                .build();

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessage("GET /v1/users/{id}: no complete response: the attempt exceeded the HTTP client's own"
                        + " call timeout.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aStreamedBodyIsReadAtLeisure(Way way) throws Exception {
        byte[] body = "x".repeat(100).getBytes(StandardCharsets.UTF_8);
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(200, Map.of("Content-Type", "application/a-gzip"), 100));
            connection.trickle(body, 10);
        });
        AppStoreConnect asc = builder(server.url()).build();

        try (ResponseBody streamed = way.run(asc.api(Streams.class).report())) {
            assertThat(streamed.bytes()).isEqualTo(body);
        }
    }

    @Test
    void aTimeoutMayBeForEver() {
        server.treat(RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER));
        ApiCall<User> call = get(builder(server.url()).build());

        assertThat(call.withTimeout(ChronoUnit.FOREVER.getDuration()).execute().id())
                .isEqualTo("u1");
        assertThat(call.withTimeout(ChronoUnit.FOREVER.getDuration())
                        .executeAsync()
                        .join()
                        .id())
                .isEqualTo("u1");
    }

    private AppStoreConnect.Builder builder(String url) {
        return AppStoreConnect.builder(TestKeys.team())
                .baseUrl(url)
                .httpClient(http)
                .options(o -> o.timeout(TIMEOUT));
    }

    private void assertConnectionFailure(Way way, AppStoreConnect asc) {
        long start = System.nanoTime();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessage("GET /v1/users/{id}: no complete response: " + TOO_LONG);
        assertInTime(start);
    }

    private static void assertInTime(long startNanos) {
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isBetween(TIMEOUT, LATEST);
    }

    private static ApiCall<User> get(AppStoreConnect asc) {
        return asc.users().get("u1");
    }
}
