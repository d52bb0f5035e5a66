package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.FakeClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTimeTest {

    /** The system clock can be changed during a call; the nanosecond counter cannot. */
    @Test
    void withoutAClockTimeIsCountedAndNotReadFromAClock() {
        long before = System.nanoTime();
        long between = CallTime.SYSTEM.nanos();
        long after = System.nanoTime();

        assertThat(between - before).isNotNegative();
        assertThat(after - between).isNotNegative();
        assertThat(Duration.between(CallTime.SYSTEM.date(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aClockStandsInForBoth() {
        FakeClock clock = new FakeClock();
        CallTime time = CallTime.of(clock);
        long start = time.nanos();
        clock.advance(Duration.ofSeconds(7));

        assertThat(time.nanos() - start).isEqualTo(7_000_000_000L);
        assertThat(time.date()).isEqualTo(clock.instant());
    }
}
