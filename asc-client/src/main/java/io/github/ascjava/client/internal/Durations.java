package io.github.ascjava.client.internal;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for messages: in seconds, with one decimal for short ones, and in milliseconds below a second. */
final class Durations {

    private Durations() {}

    static String of(Duration duration) {
        if (duration.toMillis() < 100 && !duration.isZero()) {
            return duration.toMillis() + " ms";
        }
        double seconds = duration.toMillis() / 1000.0;
        return String.format(Locale.ROOT, seconds < 10 && seconds != Math.rint(seconds) ? "%.1f s" : "%.0f s", seconds);
    }
}
