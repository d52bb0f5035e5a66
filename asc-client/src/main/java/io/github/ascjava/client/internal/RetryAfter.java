package io.github.ascjava.client.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the delay that a response requests before another attempt.
 *
 * <p>Apple does not document the header for this API; it was seen on 429 responses
 * (docs/live-service.md#retry-after-is-undocumented). HTTP allows seconds and a date.
 */
final class RetryAfter {

    /** At most nine digits, which is more than thirty years. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** Returns zero or more, or null if the header is missing or malformed. */
    static @Nullable Duration of(Headers headers, Instant now) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        if (SECONDS.matcher(value.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        Instant until = headers.getInstant("Retry-After");
        if (until == null) {
            return null;
        }
        // The response's own date is by the same clock as the date to wait for.
        Instant answered = headers.getInstant("Date");
        Duration wait = Duration.between(answered == null ? now : answered, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
