package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** The maximum waits, without jitter. */
class BackoffTest {

    private static final Request GET =
            new Request.Builder().url("http://localhost/").build();

    private final Backoff retries = new Backoff(() -> 1);
    private final RetryPolicy policy = RetryPolicy.STANDARD.withMaxRetries(10);

    @Test
    void waitsDoubleUpToTheLongest() {
        AttemptResult<?> broken =
                new AttemptResult.NoResponse<>(null, RateLimit.UNKNOWN, null, new IOException("reset"), false);

        assertThat(waits(broken)).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void aUsedUpBudgetIsGivenEightTimesAsLong() {
        assertThat(waits(new AttemptResult.ErrorStatus<>(answer(429))))
                .startsWith(4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
        assertThat(waits(new AttemptResult.ErrorStatus<>(answer(503)))).startsWith(500L, 1_000L);
    }

    @Test
    void aLongestWaitShorterThanTheFirstOneHolds() {
        Backoff half = new Backoff(() -> 0.5);
        RetryPolicy impatient = new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(2));

        assertThat(half.delayAfter(new AttemptResult.ErrorStatus<>(answer(429)), GET, 3, impatient))
                .isEqualTo(Duration.ofSeconds(1));
    }

    private List<Long> waits(AttemptResult<?> outcome) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(sent -> {
                    Duration delay = retries.delayAfter(outcome, GET, sent, policy);
                    return delay == null ? -1L : delay.toMillis();
                })
                .toList();
    }

    private static ErrorResponse answer(int status) {
        return new ErrorResponse(status, List.of(), "", null, RateLimit.UNKNOWN, null, null);
    }
}
