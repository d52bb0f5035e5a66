package io.github.ascjava.uploads.internal.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long to wait before a part is sent again. Thread-safe. */
final class RetryDelays {

    static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** A host that limits requests needs longer than one that failed. */
    private static final int DOUBLINGS_FOR_RATE_LIMITS = 3;
    /** At most nine digits, which is more than thirty years. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Clock clock;
    private final DoubleSupplier random;

    /**
     * Creates delays.
     *
     * @param random numbers from 0 to 1
     */
    RetryDelays(Clock clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns the delay after a broken connection. */
    Duration after(int attempt) {
        return backoff(attempt);
    }

    /** Returns the delay after a response, which may be longer than {@link #LONGEST_RETRY_AFTER}. */
    Duration after(Rejection rejection, Headers headers, int attempt) {
        Duration requested = retryAfter(headers);
        if (requested != null) {
            // With jitter, so that parallel parts do not start again at the same moment.
            return requested.plus(part(FIRST));
        }
        return backoff(rejection.isTooManyRequests() ? attempt + DOUBLINGS_FOR_RATE_LIMITS : attempt);
    }

    /** Exponential backoff with full jitter. */
    private Duration backoff(int attempt) {
        Duration delay = FIRST;
        for (int i = 1; i < attempt && delay.compareTo(LONGEST) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return part(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    }

    private Duration part(Duration duration) {
        return Duration.ofNanos((long) (random.getAsDouble() * duration.toNanos()));
    }

    private @Nullable Duration retryAfter(Headers headers) {
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
        Duration wait = Duration.between(answered == null ? clock.instant() : answered, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
