package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.time.Duration;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.Body;
import retrofit2.http.HEAD;
import retrofit2.http.POST;

/** Which failures are retried, how often, and when. */
@Timeout(30)
class RetryTest {

    private static final String USER = "{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final FakeClock time = new FakeClock();
    private final AppStoreConnect asc =
            apple.builder().options(o -> o.clock(time).sleeper(time)).build();

    @AfterEach
    void close() {
        asc.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aReadIsRetriedAfterATransientStatus(int status) {
        apple.answer(status, "");
        // OkHttp itself retries after the first 408.
        apple.answer(status, "");
        apple.answer(USER);

        assertThat(get().execute().id()).isEqualTo("u1");
        assertThat(apple.requests()).isEqualTo(3);
    }

    /** OkHttp would retry it without asking the rate limiter or notifying listeners. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "2147483647", "99999999999"})
    void aReadIsSentOnceWithoutRetries(String retryAfter) {
        for (int status : new int[] {408, 503}) {
            MockResponse answer = ApiServer.json(status, "");
            apple.answer(retryAfter.isEmpty() ? answer : answer.setHeader("Retry-After", retryAfter));

            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> get().withRetryPolicy(RetryPolicy.NONE).execute())
                    .satisfies(e -> assertThat(e.status()).isEqualTo(status))
                    .satisfies(e -> assertThat(e.retryAfter()).isNull());
        }
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void aPolicyMayBeAsPatientAsCanBe() {
        apple.answer(503, "");
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> get().withRetryPolicy(new RetryPolicy(1, forEver, forEver))
                        .execute())
                .withMessageContaining("but only 120 s are left of the call's timeout of 120 s.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 406, 409, 410, 415, 422, 501, 505})
    void aReadIsNotRetriedAfterAnyOtherStatus(int status) {
        apple.answer(status, "");

        assertThatExceptionOfType(AscException.class)
                .isThrownBy(() -> get().execute())
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
        assertThat(apple.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketPolicy.class,
            names = {"DISCONNECT_AT_START", "DISCONNECT_AFTER_REQUEST", "DISCONNECT_DURING_RESPONSE_BODY"})
    void aReadIsRetriedAfterTheConnectionBroke(SocketPolicy policy) {
        apple.answer(ApiServer.json(200, USER).setSocketPolicy(policy));
        apple.answer(USER);

        assertThat(get().execute().id()).isEqualTo("u1");
    }

    @Test
    void aBodyShorterThanAnnouncedIsRequestedAgain() {
        apple.answer(ApiServer.json(200, USER)
                .setHeader("Content-Length", 1000)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
        apple.answer(USER);

        assertThat(get().execute().id()).isEqualTo("u1");
    }

    @Test
    void headIsAReadToo() {
        apple.answer(503, "");
        apple.answer(new MockResponse());
        asc.api(Odd.class).head().execute();

        assertThat(apple.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 409})
    void aWriteIsNotRetriedAfterAStatusThatLeavesOpenWhatHappened(int status) {
        apple.answer(status, "");

        assertThatExceptionOfType(AscException.class).isThrownBy(() -> update().execute());
        assertThatExceptionOfType(AscException.class).isThrownBy(() -> {
            apple.answer(status, "");
            asc.users().delete("u1").execute();
        });
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void aWriteIsRetriedAfterAnExplicit429() {
        apple.answer(429, "");
        apple.answer(429, "");
        apple.answer(USER);

        update().execute();
        assertThat(apple.body()).isEqualTo(apple.body()).isEqualTo(apple.body()).contains("allAppsVisible");
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketPolicy.class,
            names = {"DISCONNECT_AFTER_REQUEST", "DISCONNECT_DURING_RESPONSE_BODY"})
    void aWriteIsNotRetriedAfterTheConnectionBroke(SocketPolicy policy) {
        // On a connection that was used before: OkHttp itself would then retry the request.
        apple.answer(USER);
        get().execute();
        apple.answer(ApiServer.json(200, USER).setSocketPolicy(policy));
        apple.answer(USER);

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> update().execute())
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void aWriteIsNotRetriedAfterA503WithoutDelay() {
        apple.answer(ApiServer.json(503, "").setHeader("Retry-After", "0"));
        apple.answer(USER);

        assertThatExceptionOfType(ServerException.class).isThrownBy(() -> update().execute());
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aBodyThatCanBeSentOnceIsSentOnce() {
        apple.answer(429, "");

        assertThatExceptionOfType(RateLimitException.class)
                .isThrownBy(() -> asc.api(Odd.class).post(new OneShot()).execute());
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void anUnusableResponseIsNotRetried() {
        apple.answer("<html>Welcome</html>");

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(() -> get().execute());
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aCallIsSentFiveTimesAtMost() {
        for (int i = 0; i < 6; i++) {
            apple.answer(
                    500,
                    "{\"errors\": [{\"code\": \"UNEXPECTED_ERROR\", \"detail\": \"An unexpected error occurred\"}]}");
        }

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> get().execute())
                .withMessage("GET /v1/users/{id}: 500 UNEXPECTED_ERROR An unexpected error occurred. (5 attempts)")
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(5));
        assertThat(apple.requests()).isEqualTo(5);
    }

    @Test
    void waitsDoubleAndAreSpread() {
        for (int i = 0; i < 9; i++) {
            apple.answer(503, "");
        }
        RetryPolicy policy = new RetryPolicy(8, Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> get().withRetryPolicy(policy)
                        .withTimeout(Duration.ofHours(1))
                        .execute());

        int[] longest = {1, 2, 4, 8, 16, 20, 20, 20};
        assertThat(time.slept()).hasSize(8);
        IntStream.range(0, 8)
                .forEach(i -> assertThat(time.slept().get(i)).isBetween(Duration.ZERO, Duration.ofSeconds(longest[i])));
        assertThat(time.slept()).doesNotHaveDuplicates();
    }

    @Test
    void aBudgetIsGivenMoreTimeThanAServer() {
        int sum = 0;
        for (int i = 0; i < 40; i++) {
            apple.answer(429, "");
            apple.answer(USER);
            get().execute();
        }
        for (Duration slept : time.slept()) {
            assertThat(slept).isLessThanOrEqualTo(Duration.ofSeconds(4));
            sum += slept.compareTo(Duration.ofMillis(500)) > 0 ? 1 : 0;
        }
        assertThat(sum).isPositive();
    }

    @Test
    void retryAfterIsWaitedFor() {
        apple.answer(ApiServer.json(429, "").setHeader("Retry-After", "17"));
        apple.answer(USER);
        get().execute();

        assertThat(time.slept()).singleElement().satisfies(RetryTest::isAbout17Seconds);
    }

    @Test
    void retryAfterMayBeADateByTheClockOfTheServer() {
        apple.answer(ApiServer.json(503, "")
                .setHeader("Date", "Tue, 24 Nov 2020 10:00:00 GMT")
                .setHeader("Retry-After", "Tue, 24 Nov 2020 10:00:17 GMT"));
        apple.answer(USER);
        get().execute();

        assertThat(time.slept()).singleElement().satisfies(RetryTest::isAbout17Seconds);
    }

    @Test
    void retryAfterMayBeADateByOurClock() {
        apple.answer(ApiServer.json(503, "").setHeader("Retry-After", "Tue, 24 Nov 2026 12:00:17 GMT"));
        apple.answer(ApiServer.json(503, "").setHeader("Retry-After", "Tue, 24 Nov 2026 11:00:00 GMT"));
        apple.answer(USER);
        get().execute();

        assertThat(time.slept()).hasSize(2);
        isAbout17Seconds(time.slept().get(0));
        assertThat(time.slept().get(1)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "1698148900000", ""})
    void anInvalidRetryAfterIsIgnored(String value) {
        apple.answer(ApiServer.json(503, "").setHeader("Retry-After", value));
        apple.answer(USER);
        get().execute();

        assertThat(time.slept())
                .singleElement()
                .satisfies(slept -> assertThat(slept).isLessThanOrEqualTo(Duration.ofMillis(500)));
    }

    @Test
    void aWaitThatGoesBeyondTheTimeoutFailsAtOnce() {
        apple.answer(ApiServer.json(429, "{\"errors\": [{\"code\": \"RATE_LIMIT_EXCEEDED\"}]}")
                .setHeader("Retry-After", "1800"));

        assertThatExceptionOfType(RateLimitException.class)
                .isThrownBy(() -> get().execute())
                .withMessageContaining(
                        "Apple requests a delay of 1800 s, but only 120 s are left of the call's timeout of 120 s.")
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(30)));
        assertThat(time.slept()).isEmpty();
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void attemptsEndWithTheTimeout() {
        for (int i = 0; i < 50; i++) {
            apple.answer(503, "");
        }
        RetryPolicy policy = new RetryPolicy(49, Duration.ofSeconds(8), Duration.ofSeconds(8));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> get().withRetryPolicy(policy)
                        .withTimeout(Duration.ofSeconds(30))
                        .execute())
                .withMessageMatching(
                        ".*The next attempt would be in [\\d.]+ s, but only [\\d.]+ s are left of the call's"
                                + " timeout of 30 s\\. \\(\\d+ attempts\\)");
        assertThat(time.slept().stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(30));
        assertThat(apple.requests()).isBetween(2, 49);
    }

    @Test
    void aCallCanDecideForItself() {
        apple.answer(500, "");
        apple.answer(500, "");

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> get().withRetryPolicy(RetryPolicy.NONE).execute());
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() ->
                        asc.users().list().withRetryPolicy(RetryPolicy.NONE).execute());
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void aConflictIsNotRetried() {
        apple.answer(409, "");

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> get().execute());
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aPolicyChecksItsNumbers() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.STANDARD.withMaxRetries(-1))
                .withMessage("maxRetries must be 0 or more, but was -1.");
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ZERO, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, second, Duration.ofMillis(999)));
        assertThat(RetryPolicy.STANDARD.withMaxRetries(7).maxRetries()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> get().withTimeout(Duration.ZERO));
    }

    private ApiCall<User> get() {
        return asc.users().get("u1");
    }

    private ApiCall<User> update() {
        return asc.users()
                .update("u1", UserUpdate.builder().allAppsVisible(true).build());
    }

    private static void isAbout17Seconds(Duration duration) {
        assertThat(duration).isBetween(Duration.ofSeconds(17), Duration.ofMillis(17_500));
    }

    /** Operations that are missing from the library. */
    public interface Odd {

        @HEAD("v1/users")
        ApiCall<Void> head();

        @POST("v1/users")
        ApiCall<Void> post(@Body RequestBody body);
    }

    private static final class OneShot extends RequestBody {

        @Override
        public MediaType contentType() {
            return MediaType.get("application/json");
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws java.io.IOException {
            sink.writeUtf8("{}");
        }
    }
}
