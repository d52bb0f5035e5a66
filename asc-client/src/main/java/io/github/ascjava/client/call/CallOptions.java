package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.Objects;

/**
 * How one call is carried out: the part of the {@linkplain ClientOptions options of a client} that a single call can
 * {@linkplain ApiCall#withOptions override}.
 *
 * @param retryPolicy when a failed call is retried
 * @param timeout how long a call may take, including all attempts and the waits between them; more than zero. Anything
 *     beyond a hundred years means a hundred years
 * @since 0.1.0
 */
public record CallOptions(RetryPolicy retryPolicy, Duration timeout) {

    /** The longest timeout, which still fits into nanoseconds. */
    private static final Duration MAX_TIMEOUT = Duration.ofDays(36_500);

    /** {@link RetryPolicy#STANDARD} within two minutes. */
    public static final CallOptions DEFAULT = new CallOptions(RetryPolicy.STANDARD, Duration.ofMinutes(2));

    /**
     * Checks the timeout.
     *
     * @throws IllegalArgumentException if the timeout is not more than zero
     */
    public CallOptions {
        Objects.requireNonNull(retryPolicy, "retryPolicy");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A timeout is more than zero, but was " + timeout + ".");
        }
        timeout = timeout.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : timeout;
    }

    /** Returns the same options with another retry policy. */
    public CallOptions withRetryPolicy(RetryPolicy policy) {
        return new CallOptions(policy, timeout);
    }

    /** Returns the same options with another timeout. */
    public CallOptions withTimeout(Duration newTimeout) {
        return new CallOptions(retryPolicy, newTimeout);
    }
}
