package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code Date} of a refusal shows how far this machine's clock is off, and tokens are dated accordingly. */
class ClockOffsetTest {

    /** Half a second is added to what {@code Date} says, because it cuts off what is below a second. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final MutableClock clock = new MutableClock("2026-03-01T12:00:00Z");
    private final MockWebServer server = new MockWebServer();
    private AppStoreConnectAuth auth;
    private OkHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        auth = AppStoreConnectAuth.builder(
                        ApiKey.individual("2X9R4HXF34", TestKey.generate().privateKey()))
                .baseUrl(server.url("/").toString())
                .clock(clock)
                .maxClockSkew(Duration.ofDays(36_500))
                .build();
        http = new OkHttpClient.Builder().addInterceptor(auth).build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M, This machine's clock is 300 s behind App Store Connect's; tokens are dated accordingly. Correct the"
                + " clock.",
        "PT-5M, This machine's clock is 299 s ahead of App Store Connect's; tokens are dated accordingly. Correct"
                + " the clock.",
        "PT26H, This machine's clock is 93600 s behind App Store Connect's; tokens are dated accordingly. Correct"
                + " the clock.",
        "P3650D, This machine's clock is 315360000 s behind App Store Connect's; tokens are dated accordingly."
                + " Correct the clock."
    })
    void theNextTokenFollowsTheServersClock(Duration ahead, String warning) throws Exception {
        server.enqueue(refusalAt(clock.instant().plus(ahead)));
        server.enqueue(new MockResponse());

        try (LogLines log = LogLines.capture();
                Response response = http.newCall(request()).execute()) {
            assertThat(response.code()).isEqualTo(200);
            AuthOutcome outcome = AuthOutcome.of(response);
            assertThat(outcome).isNotNull();
            assertThat(outcome.clockOffset()).isEqualTo(ahead.plus(HALF_A_SECOND));
            assertThat(log.of("WARN")).containsExactly("ServerClock - " + warning);
        }

        assertThat(auth.clockOffset()).isEqualTo(ahead.plus(HALF_A_SECOND));
        assertThat(issuedAtOfRequest()).isEqualTo(Instant.parse("2026-03-01T11:59:00Z"));
        assertThat(issuedAtOfRequest())
                .isEqualTo(Instant.parse("2026-03-01T11:59:00Z").plus(ahead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT9S", "PT-10S"})
    void aSmallDifferenceIsIgnored(Duration ahead) throws Exception {
        server.enqueue(refusalAt(clock.instant().plus(ahead)));
        server.enqueue(new MockResponse());

        try (LogLines log = LogLines.capture()) {
            http.newCall(request()).execute().close();

            assertThat(log.of("WARN")).isEmpty();
        }
        assertThat(auth.clockOffset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"9999, 0", "10000, 10000", "-9999, 0", "-10000, -10000"})
    void tenSecondsAreADifference(long ahead, long offset) {
        ServerClock known = new ServerClock(clock, Duration.ofDays(1));

        known.learn(clock.instant().plusMillis(ahead).minus(HALF_A_SECOND), clock.millis(), false);

        assertThat(known.offset()).isEqualTo(Duration.ofMillis(offset));
    }

    @ParameterizedTest
    @CsvSource({"29999, 20000", "30000, 30000"})
    void aKnownDifferenceChangesByTenSecondsAtLeast(long ahead, long offset) {
        ServerClock known = new ServerClock(clock, Duration.ofDays(1));
        known.learn(clock.instant().plusMillis(20_000).minus(HALF_A_SECOND), clock.millis(), false);

        known.learn(clock.instant().plusMillis(ahead).minus(HALF_A_SECOND), clock.millis(), false);

        assertThat(known.offset()).isEqualTo(Duration.ofMillis(offset));
    }

    @Test
    void aClockThatWasSetRightIsTrustedAgain() throws Exception {
        server.enqueue(refusalAt(clock.instant().plusSeconds(300)));
        server.enqueue(new MockResponse());
        http.newCall(request()).execute().close();
        Instant right = clock.instant().plusSeconds(300);
        clock.advance(Duration.ofMinutes(5));
        server.enqueue(refusalAt(right));
        server.enqueue(new MockResponse());

        try (LogLines log = LogLines.capture()) {
            http.newCall(request()).execute().close();

            assertThat(log.of("WARN")).isEmpty();
            assertThat(log.of("INFO"))
                    .containsExactly("ServerClock - This machine's clock and App Store Connect's agree again.");
        }

        assertThat(auth.clockOffset()).isZero();
        for (int i = 0; i < 3; i++) {
            server.takeRequest();
        }
        assertThat(issuedAtOfRequest()).isEqualTo(right.minusSeconds(60));
    }

    @Test
    void aKnownDifferenceIsNotWarnedOfTwice() throws Exception {
        server.enqueue(refusalAt(clock.instant().plusSeconds(300)));
        server.enqueue(refusalAt(clock.instant().plusSeconds(300)));
        server.enqueue(refusalAt(clock.instant().plusSeconds(305)));
        server.enqueue(new MockResponse());

        try (LogLines log = LogLines.capture()) {
            http.newCall(request()).execute().close();
            http.newCall(request()).execute().close();

            assertThat(log.of("WARN")).hasSize(1);
        }
        assertThat(auth.clockOffset()).isEqualTo(Duration.ofMillis(300_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-03-01T12:05:00Z"})
    void aDateThatIsNoneIsIgnored(String date) throws Exception {
        server.enqueue(new MockResponse().setResponseCode(401).setHeader("Date", date));
        server.enqueue(new MockResponse());

        http.newCall(request()).execute().close();

        assertThat(auth.clockOffset()).isZero();
    }

    @Test
    void theDateOfASuccessIsNotLookedAt() throws Exception {
        server.enqueue(refusalAt(clock.instant().plusSeconds(300)).setResponseCode(200));

        http.newCall(request()).execute().close();

        assertThat(auth.clockOffset()).isZero();
    }

    @Test
    void theTimeThatTheAnswerTookIsShared() {
        ServerClock serverClock = new ServerClock(clock, Duration.ofDays(1));
        long sent = serverClock.localMillis();
        clock.advance(Duration.ofSeconds(40));

        serverClock.learn(Instant.parse("2026-03-01T12:01:20Z"), sent, false);

        assertThat(serverClock.offset()).isEqualTo(Duration.ofSeconds(60).plus(HALF_A_SECOND));
        assertThat(serverClock.millis()).isEqualTo(serverClock.localMillis() + 60_500);
    }

    private Request request() {
        return new Request.Builder().url(server.url("/v1/apps")).build();
    }

    private Instant issuedAtOfRequest() throws InterruptedException {
        String header = String.valueOf(server.takeRequest().getHeader("Authorization"));
        long iat = Jwt.parse(header.substring("Bearer ".length()))
                .claims()
                .get("iat")
                .longValue();
        return Instant.ofEpochSecond(iat);
    }

    private static MockResponse refusalAt(Instant time) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
        return new MockResponse().setResponseCode(401).setHeader("Date", date);
    }
}
