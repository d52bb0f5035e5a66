package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class RetryDelaysTest {

    private static final Rejection UNAVAILABLE = new Rejection(503, null);
    private static final Rejection TOO_MANY = new Rejection(429, null);

    private final RetryDelays longest = new RetryDelays(new FakeTime(), () -> 1);
    private final RetryDelays shortest = new RetryDelays(new FakeTime(), () -> 0);

    @Test
    void delaysDoubleUpToHalfAMinute() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(longest::after))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        assertThat(shortest.after(9)).isZero();
    }

    @Test
    void aRateLimitTakesLonger() {
        assertThat(longest.after(TOO_MANY, Headers.of(), 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(longest.after(UNAVAILABLE, Headers.of(), 1)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theHostsDelayIsRespectedWithJitter() {
        assertThat(shortest.after(TOO_MANY, Headers.of("Retry-After", " 7"), 1)).isEqualTo(Duration.ofSeconds(7));
        assertThat(longest.after(TOO_MANY, Headers.of("Retry-After", "7"), 1)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(shortest.after(UNAVAILABLE, Headers.of("Retry-After", "0"), 9))
                .isZero();
    }

    @Test
    void aDateIsComparedWithTheDateOfTheResponse() {
        String until = "Mon, 30 Nov 2026 12:00:09 GMT";
        assertThat(shortest.after(UNAVAILABLE, Headers.of("Retry-After", until), 1))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(shortest.after(
                        UNAVAILABLE, Headers.of("Retry-After", until, "Date", "Mon, 30 Nov 2026 12:00:08 GMT"), 1))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(shortest.after(
                        UNAVAILABLE, Headers.of("Retry-After", until, "Date", "Mon, 30 Nov 2026 13:00:00 GMT"), 1))
                .isZero();
    }

    @Test
    void anythingElseIsIgnored() {
        for (String value : new String[] {"soon", "-1", "1.5", "9999999999", ""}) {
            assertThat(longest.after(UNAVAILABLE, Headers.of("Retry-After", value), 1))
                    .isEqualTo(Duration.ofMillis(500));
        }
    }
}
