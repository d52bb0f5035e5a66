package io.github.ascjava.client.http;

import io.github.ascjava.client.RetryPolicy;
import java.time.Duration;

/**
 * What a client decides for all its calls, and each call may decide for itself.
 *
 * @param retry how often a call is sent again
 * @param timeout how long a call may take, all attempts and waits together
 */
record CallOptions(RetryPolicy retry, Duration timeout) {

    /** A hundred years, which can be counted in nanoseconds; a longer timeout means no more than this. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    static final CallOptions STANDARD = new CallOptions(RetryPolicy.STANDARD, Duration.ofMinutes(2));

    CallOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A timeout is more than zero, but was " + timeout + ".");
        }
        timeout = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    }

    CallOptions withRetry(RetryPolicy newRetry) {
        return new CallOptions(newRetry, timeout);
    }

    CallOptions withTimeout(Duration newTimeout) {
        return new CallOptions(retry, newTimeout);
    }
}
