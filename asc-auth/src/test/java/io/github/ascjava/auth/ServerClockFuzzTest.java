package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import okhttp3.Headers;

/** Whatever dates servers send, tokens are dated ahead of this machine's clock only as far as the setting allows. */
class ServerClockFuzzTest {

    private static final Duration MOST = Duration.ofDays(1);
    /** The smallest difference that counts as one. */
    private static final Duration PRECISION = Duration.ofSeconds(10);

    /** Each line of the input is a {@code Date}; one that begins with an exclamation mark comes from Apple. */
    @FuzzTest
    void dates(byte[] bytes) {
        MutableClock local = new MutableClock("2026-03-01T12:00:00Z");
        ServerClock clock = new ServerClock(local, MOST);
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            boolean isApples = line.startsWith("!");
            Instant date = date(isApples ? line.substring(1) : line);
            if (date == null) {
                continue;
            }
            Duration before = clock.offset();
            Duration ahead = Duration.between(local.instant(), date.plusMillis(500));

            String problem = FuzzCost.bounded(bytes.length, () -> clock.learn(date, local.millis(), isApples));

            boolean isAllowed = isApples || ahead.minus(PRECISION).compareTo(MOST) < 0;
            Duration expected = ahead.abs().compareTo(PRECISION) < 0 ? Duration.ZERO : ahead;
            assertThat(problem == null).as("followed").isEqualTo(isAllowed);
            if (!isAllowed) {
                assertThat(clock.offset()).isEqualTo(before);
                assertThat(problem)
                        .contains(
                                date.truncatedTo(ChronoUnit.SECONDS).toString(),
                                local.instant().toString(),
                                "maxClockSkew");
            } else {
                assertThat(clock.offset().minus(expected).abs()).isLessThan(PRECISION);
            }
            assertThat(clock.millis()).isEqualTo(local.millis() + clock.offset().toMillis());
        }
    }

    private static Instant date(String value) {
        return new Headers.Builder()
                .addUnsafeNonAscii("Date", value.replace('\r', ' ').replace('\0', ' '))
                .build()
                .getInstant("Date");
    }
}
