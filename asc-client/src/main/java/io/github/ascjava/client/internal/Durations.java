package io.github.ascjava.client.internal;

import java.time.Duration;
import java.util.Locale;

/** Durations in messages: seconds, with a decimal where there are few of them, and milliseconds where there is hardly one. */
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
