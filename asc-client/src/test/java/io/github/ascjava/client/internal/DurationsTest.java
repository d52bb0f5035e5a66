package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.000001S, 0 ms",
        "PT0.02S, 20 ms",
        "PT0.1S, 0.1 s",
        "PT1.25S, 1.3 s",
        "PT2S, 2 s",
        "PT9.96S, 10.0 s",
        "PT17.4S, 17 s",
        "PT30M, 1800 s"
    })
    void durationsAreFormattedWithUsefulPrecision(Duration duration, String text) {
        assertThat(Durations.of(duration)).isEqualTo(text);
    }
}
