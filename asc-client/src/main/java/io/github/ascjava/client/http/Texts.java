package io.github.ascjava.client.http;

import java.time.Duration;
import java.util.Locale;

/** Durations in messages: seconds, with decimals where there are few of them. */
final class Texts {

    private Texts() {}

    static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return String.format(Locale.ROOT, seconds < 10 && seconds != Math.rint(seconds) ? "%.1f s" : "%.0f s", seconds);
    }
}
