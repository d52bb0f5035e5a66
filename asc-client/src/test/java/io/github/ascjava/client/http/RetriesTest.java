package io.github.ascjava.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.RateLimit;
import io.github.ascjava.client.RetryPolicy;
import io.github.ascjava.client.error.ErrorAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** The longest waits there can be, with chance taken out. */
class RetriesTest {

    private static final Request GET =
            new Request.Builder().url("http://localhost/").build();

    private final Retries retries = new Retries(() -> 1);
    private final RetryPolicy policy = RetryPolicy.STANDARD.withRetries(10);

    @Test
    void waitsDoubleUpToTheLongest() {
        Outcome<?> broken = new Outcome.Failed<>(null, RateLimit.UNKNOWN, null, new IOException("reset"), false);

        assertThat(waits(broken)).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void aUsedUpBudgetIsGivenEightTimesAsLong() {
        assertThat(waits(new Outcome.Refused<>(answer(429)))).startsWith(4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
        assertThat(waits(new Outcome.Refused<>(answer(503)))).startsWith(500L, 1_000L);
    }

    @Test
    void aLongestWaitShorterThanTheFirstOneHolds() {
        Retries half = new Retries(() -> 0.5);
        RetryPolicy impatient = new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(2));

        assertThat(half.delayAfter(new Outcome.Refused<>(answer(429)), GET, 3, impatient))
                .isEqualTo(Duration.ofSeconds(1));
    }

    private List<Long> waits(Outcome<?> outcome) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(sent -> {
                    Duration delay = retries.delayAfter(outcome, GET, sent, policy);
                    return delay == null ? -1L : delay.toMillis();
                })
                .toList();
    }

    private static ErrorAnswer answer(int status) {
        return new ErrorAnswer(status, List.of(), "", null, RateLimit.UNKNOWN, null, null);
    }
}
