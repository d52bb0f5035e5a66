package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.error.RateLimiterException;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls notify a rate limiter, and how a rate limiter holds back calls. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitedCallsTest {

    private static final String LIMIT = "user-hour-lim:3600;user-hour-rem:12;";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final FakeClock time = new FakeClock();
    private final List<Map.Entry<String, Duration>> asked = new CopyOnWriteArrayList<>();
    private final List<Map.Entry<String, RateLimit>> observed = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyAttemptAcquiresAPermitAndEveryResponseIsPassedOn(Way way) {
        apple.answer(ApiServer.json(429, "").setHeader("X-Rate-Limit", LIMIT).setHeader("Retry-After", "20"));
        apple.answer(503, "");
        apple.answer(ApiServer.json(200, Fault.Body.USER).setHeader("X-Rate-Limit", "user-minute-rem:-1"));
        AppStoreConnect asc = builder(new Granting()).build();

        assertThat(way.run(get(asc)).id()).isEqualTo("u1");
        assertThat(asked).extracting(Map.Entry::getKey).containsExactly("2X9R4HXF34", "2X9R4HXF34", "2X9R4HXF34");
        assertThat(asked.get(0).getValue()).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked.get(1).getValue()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(100));
        // A response without the header says nothing (docs/live-service.md#rate-limit-header-varies).
        assertThat(observed)
                .containsExactly(
                        entry("2X9R4HXF34", new RateLimit(3600, 12, null, null)),
                        entry("2X9R4HXF34", new RateLimit(null, null, null, -1)));
    }

    @Test
    void theKeyIsTheOneOfTheRoute() {
        apple.answer("{\"data\": []}");
        apple.answer(Fault.Body.USER);
        AppStoreConnect asc = builder(new Granting())
                .auth(auth -> auth.keyForPath("/v1/users", TestKeys.individual()))
                .build();
        asc.apps().list().execute();
        get(asc).execute();

        assertThat(asked).extracting(Map.Entry::getKey).containsExactly("2X9R4HXF34", "6Y8K2PQW77");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCallThatGetsNoPermitIsNotSent(Way way) {
        AppStoreConnect asc = builder((key, longest) -> CompletableFuture.completedFuture(false))
                .build();

        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessage("GET /v1/users/{id}: not sent: the rate limiter granted no permit within the 120 s"
                        + " left of the timeout. Send requests more slowly, or set a longer timeout.")
                .satisfies(e -> assertThat(e.attempts()).isZero());
        assertThat(apple.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCallThatGetsNoFurtherPermitIsNotRetried(Way way) {
        apple.answer(503, "");
        AtomicInteger times = new AtomicInteger();
        AppStoreConnect asc = builder((key, longest) -> CompletableFuture.completedFuture(times.incrementAndGet() == 1))
                .build();

        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> way.run(get(asc)))
                .withMessageContaining("not retried: the rate limiter granted no permit")
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
        assertThat(apple.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPermitMayComeLaterAndFromAnotherThread(Way way) {
        apple.answer(Fault.Body.USER);
        AppStoreConnect asc = builder((key, longest) -> CompletableFuture.supplyAsync(() -> {
                    asked.add(entry(key.keyId(), longest));
                    return true;
                }))
                .build();

        assertThat(way.run(get(asc)).id()).isEqualTo("u1");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimiterThatFailsFailsTheCall(Way way) {
        IllegalStateException down = new IllegalStateException("Redis\nis down");
        List<RateLimiter> limiters = List.of(
                (key, longest) -> CompletableFuture.failedFuture(down),
                (key, longest) -> CompletableFuture.supplyAsync(() -> {
                    throw down;
                }),
                (key, longest) -> {
                    throw down;
                });

        for (RateLimiter limiter : limiters) {
            assertThatExceptionOfType(RateLimiterException.class)
                    .isThrownBy(() -> way.run(get(builder(limiter).build())))
                    .withMessage("GET /v1/users/{id}: not sent: the rate limiter failed:"
                            + " java.lang.IllegalStateException: Redis is down.")
                    .withCause(down);
        }
        assertThat(apple.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @SuppressWarnings("NullAway") // As in a rate limiter without such checks.
    void aLimiterThatReturnsNullFailsTheCall(Way way) {
        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> way.run(get(builder((key, longest) -> null).build())))
                .withMessageContaining("the rate limiter failed: java.lang.NullPointerException: the limiter's result");
        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> way.run(get(builder((key, longest) -> CompletableFuture.completedFuture(null))
                        .build())))
                .withMessageContaining("granted no permit");
        assertThat(apple.requests()).isZero();
    }

    /** The response has arrived. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimiterThatFailsToProcessAResponseDoesNoHarm(Way way) throws Exception {
        apple.answer(ApiServer.json(200, Fault.Body.USER).setHeader("X-Rate-Limit", LIMIT));
        apple.answer(ApiServer.json(200, "report").setHeader("X-Rate-Limit", LIMIT));
        AppStoreConnect asc = builder(new Granting() {
                    @Override
                    public void onRateLimit(ApiKey key, RateLimit rateLimit) {
                        throw new IllegalStateException("Redis is down");
                    }
                })
                .build();

        assertThat(way.run(get(asc)).id()).isEqualTo("u1");
        try (ResponseBody report = way.run(asc.api(Streams.class).report())) {
            assertThat(report.string()).isEqualTo("report");
        }
    }

    @Test
    void clientsThatShareALimiterShareABudget() {
        RateLimiter shared = RateLimiter.inMemory(time, time);
        AppStoreConnect one = builder(shared).build();
        AppStoreConnect other = builder(shared).build();
        apple.answer(
                ApiServer.json(200, Fault.Body.USER).setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:0"));
        apple.answer(Fault.Body.USER);

        get(one).execute();
        assertThat(time.slept()).isEmpty();
        get(other).execute();
        assertThat(time.slept()).containsExactly(Duration.ofMinutes(1));
        assertThatExceptionOfType(RateLimiterException.class)
                .isThrownBy(() -> get(one).withTimeout(Duration.ofSeconds(30)).execute());
    }

    @Test
    void pagesOfAListAskOneByOne() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "1"));
        apple.answer(NextLinkTest.page(null, "2"));

        assertThat(builder(new Granting()).build().apps().list().toList()).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    private AppStoreConnect.Builder builder(RateLimiter limiter) {
        return apple.builder().options(o -> o.clock(time).sleeper(time).rateLimiter(limiter));
    }

    private static ApiCall<User> get(AppStoreConnect asc) {
        return asc.users().get("u1");
    }

    private class Granting implements RateLimiter {

        @Override
        public CompletableFuture<Boolean> acquire(ApiKey key, Duration longest) {
            asked.add(entry(key.keyId(), longest));
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public void onRateLimit(ApiKey key, RateLimit rateLimit) {
            observed.add(entry(key.keyId(), rateLimit));
        }
    }
}
