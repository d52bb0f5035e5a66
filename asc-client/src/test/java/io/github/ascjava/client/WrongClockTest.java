package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.error.UnauthorizedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine with clock skew, and a server as strict about token dates as Apple (docs/live-service.md#clock-skew-causes-401). */
@Timeout(30)
class WrongClockTest {

    private static final Instant APPLES_TIME = Instant.parse("2026-11-24T12:00:00Z");

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final AtomicInteger refused = new AtomicInteger();
    private boolean refusesAll;

    @BeforeEach
    void checkTokens() {
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isGood = !refusesAll && isGood(String.valueOf(request.getHeader("Authorization")));
                refused.addAndGet(isGood ? 0 : 1);
                return ApiServer.json(isGood ? 200 : 401, isGood ? Fault.Body.USER : "")
                        .setHeader(
                                "Date",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(APPLES_TIME.atOffset(ZoneOffset.UTC)));
            }
        });
    }

    /** The first two succeed at once, because tokens are backdated and live for less than the maximum. */
    @ParameterizedTest
    @CsvSource({"30, 0", "-300, 0", "300, 1", "-1200, 1", "3600, 1", "-3600, 1", "-94608000, 1"})
    void readsAndWritesEndInTheirValue(long secondsAhead, int refusals) {
        for (Way way : Way.values()) {
            refused.set(0);
            AppStoreConnect asc = client(secondsAhead);

            assertThat(way.run(asc.users().get("u1")).id()).isEqualTo("u1");
            way.run(asc.users().delete("u1"));
            assertThat(refused).hasValue(refusals);
            assertThat(asc.auth().clockOffset().minusSeconds(refusals == 0 ? 0 : -secondsAhead))
                    .isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void ifItIsNotTheClockAloneTheExceptionSaysBoth(Way way) {
        refusesAll = true;

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> way.run(client(300).users().get("u1")))
                .withMessageMatching(
                        "GET /v1/users/\\{id}: status 401 without a body\\. This machine's clock is (299|300) s"
                                + " ahead of Apple's\\. Tokens are dated accordingly and were rejected all the same; correct"
                                + " the clock"
                                + " and try again\\.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aServerThatIsNotApplesDoesNotSetTheClockByYears(Way way) {
        Clock slow = Clock.fixed(Instant.parse("2023-11-24T12:00:00Z"), ZoneOffset.UTC);
        AppStoreConnect asc = apple.builder().auth(auth -> auth.clock(slow)).build();

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> way.run(asc.users().get("u1")))
                .withMessage("GET /v1/users/{id}: status 401 without a body. The server's clock says"
                        + " 2026-11-24T12:00:00Z and this machine's 2023-11-24T12:00:00Z, which is more than the"
                        + " maxClockSkew of PT24H, so tokens are not dated by the server's. Correct the wrong clock, or"
                        + " set maxClockSkew if the server is trusted with tokens of its date.");
    }

    private AppStoreConnect client(long secondsAhead) {
        Clock clock = Clock.fixed(APPLES_TIME.plusSeconds(secondsAhead), ZoneOffset.UTC);
        return apple.builder()
                .auth(auth -> auth.clock(clock).maxClockSkew(Duration.ofDays(36_500)))
                .build();
    }

    private static boolean isGood(String authorization) {
        String payload = authorization.substring("Bearer ".length()).split("\\.", -1)[1];
        try {
            JsonNode claims = new ObjectMapper()
                    .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
            long now = APPLES_TIME.getEpochSecond();
            long issued = claims.path("iat").longValue();
            long expires = claims.path("exp").longValue();
            return issued <= now && now < expires && expires <= now + 1200 && expires - issued <= 1200;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
