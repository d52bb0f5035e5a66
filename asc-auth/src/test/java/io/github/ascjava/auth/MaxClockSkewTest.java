package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is not Apple's cannot have tokens dated far ahead, to use them when their time has come. */
class MaxClockSkewTest {

    private static final TestKey KEY = TestKey.generate();
    private static final String PROBLEM = "The server's clock says 2099-01-01T00:00:00Z and this machine's"
            + " 2026-03-01T12:00:00Z, which is more than the maxClockSkew of PT24H, so tokens are not dated by the"
            + " server's. Correct the wrong clock, or set maxClockSkew if the server is trusted with tokens of its date.";
    private static final Instant FAR_AHEAD = Instant.parse("2099-01-01T00:00:00Z");

    private final MutableClock clock = new MutableClock("2026-03-01T12:00:00Z");

    @Test
    void aGatewayCannotHaveTokensDatedYearsAhead() throws Exception {
        AppStoreConnectAuth auth = gateway().build();

        try (LogLines log = LogLines.capture()) {
            assertThat(outcome(auth, FAR_AHEAD).clockProblem()).isEqualTo(PROBLEM);
            assertThat(outcome(auth, FAR_AHEAD).clockProblem()).isEqualTo(PROBLEM);

            assertThat(log.of("WARN")).containsExactly("ServerClock - " + PROBLEM);
        }
        assertThat(auth.clockOffset()).isZero();
        assertThat(auth.token().expiresAt()).isBefore(Instant.parse("2026-03-01T12:20:00Z"));
    }

    @Test
    void aDayIsAllowed() throws Exception {
        AppStoreConnectAuth auth = gateway().build();

        AuthOutcome aDay = outcome(auth, clock.instant().plus(Duration.ofDays(1)));
        assertThat(aDay.clockProblem()).isNull();
        assertThat(aDay.clockOffset()).isEqualTo(Duration.ofDays(1).plusMillis(500));

        AuthOutcome more =
                outcome(auth, clock.instant().plus(Duration.ofDays(1)).plusSeconds(10));
        assertThat(more.clockProblem()).contains("2026-03-02T12:00:10Z", "2026-03-01T12:00:00Z", "maxClockSkew");
        assertThat(more.clockOffset()).isEqualTo(aDay.clockOffset());
    }

    @Test
    void aClockThatIsAheadIsCorrectedByAnyServer() throws Exception {
        AuthOutcome outcome = outcome(gateway().build(), clock.instant().minus(Duration.ofDays(1000)));

        assertThat(outcome.clockProblem()).isNull();
        assertThat(outcome.clockOffset()).isEqualTo(Duration.ofDays(-1000).plusMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.appstoreconnect.apple.com/v1/apps",
                "https://appstoreconnect.apple.com/notary/v2/submissions"
            })
    void applesOwnServersCorrectAnyClock(String url) throws Exception {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(
                        ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey()))
                .clock(clock)
                .build();

        assertThat(outcome(auth, FAR_AHEAD, url).clockProblem()).isNull();
        assertThat(clock.instant().plus(auth.clockOffset())).isEqualTo(FAR_AHEAD.plusMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.appstoreconnect.apple.com/",
                "https://api.appstoreconnect.apple.com:8443/",
                "https://api.appstoreconnect.apple.com.gateway.example/",
                "https://upload.apple.com/"
            })
    void otherServersAreNotApples(String url) {
        assertThat(TrustedOrigins.isApples(HttpUrl.get(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P36500D", "PT2562047788015215H30M7S"})
    void theSettingAllowsMore(Duration ahead) throws Exception {
        AppStoreConnectAuth auth = gateway().maxClockSkew(ahead).build();

        assertThat(outcome(auth, FAR_AHEAD).clockProblem()).isNull();
        assertThat(auth.token().issuedAt()).isEqualTo(FAR_AHEAD.minusSeconds(60));
    }

    @Test
    void theSettingAllowsLess() throws Exception {
        AppStoreConnectAuth auth = gateway().maxClockSkew(Duration.ZERO).build();

        assertThat(outcome(auth, clock.instant().plusSeconds(10)).clockProblem())
                .contains("maxClockSkew of PT0S");
        assertThat(auth.clockOffset()).isZero();
    }

    @Test
    void aNegativeSettingIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway().maxClockSkew(Duration.ofSeconds(-1)))
                .withMessage("maxClockSkew must not be negative, but was PT-1S.");
    }

    @Test
    void aStepThatManyThreadsLearnIsLoggedOnce() throws Exception {
        ServerClock learning = new ServerClock(clock, Duration.ofDays(1));
        CountDownLatch start = new CountDownLatch(1);
        Instant date = clock.instant().plusSeconds(300);

        try (LogLines log = LogLines.capture()) {
            Thread[] threads = IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> {
                        try {
                            start.await();
                            learning.learn(date, clock.millis(), false);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .toArray(Thread[]::new);
            for (Thread thread : threads) {
                thread.start();
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(log.of("WARN")).hasSize(1);
        }
    }

    private AppStoreConnectAuth.Builder gateway() {
        return AppStoreConnectAuth.builder(ApiKey.individual("2X9R4HXF34", KEY.privateKey()))
                .baseUrl("https://gateway.example/")
                .clock(clock);
    }

    private static AuthOutcome outcome(AppStoreConnectAuth auth, Instant date) throws IOException {
        return outcome(auth, date, "https://gateway.example/v1/apps");
    }

    /** Nothing is sent: an interceptor after ours rejects every token. */
    private static AuthOutcome outcome(AppStoreConnectAuth auth, Instant date, String url) throws IOException {
        OkHttpClient offline = new OkHttpClient.Builder()
                .addInterceptor(auth)
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(401)
                        .message("Unauthorized")
                        .header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)))
                        .body(ResponseBody.create("", null))
                        .build())
                .build();
        try (Response response =
                offline.newCall(new Request.Builder().url(url).build()).execute()) {
            AuthOutcome outcome = AuthOutcome.of(response);
            assertThat(outcome).isNotNull();
            return outcome;
        }
    }
}
