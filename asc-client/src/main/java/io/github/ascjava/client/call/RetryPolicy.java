package io.github.ascjava.client.call;

import java.time.Duration;

/**
 * How often and how patiently a call is sent again after a failure that may pass.
 *
 * <p>Which failures those are is not up to the policy. GET and HEAD are sent again after connection failures and the
 * statuses 408, 429, 500, 502, 503 and 504; everything else only after a 429, because any other failed write may have
 * been carried out. A body that can be sent only once is never sent again. The wait is what {@code Retry-After} asks for,
 * or else a random time that doubles with every attempt, and never goes beyond the call's timeout.
 *
 * @param maxRetries how often a call is sent again at most; 0 for never
 * @param initialBackoff the longest wait before the second attempt after a fault, more than zero; after a 429 without
 *     {@code Retry-After} eight times as long, because a budget takes longer to come back than a server
 * @param maxBackoff the longest wait before any attempt, unless Apple asks for a longer one
 */
public record RetryPolicy(int maxRetries, Duration initialBackoff, Duration maxBackoff) {

    /** Four retries, after half a second at first and half a minute at most. */
    public static final RetryPolicy STANDARD = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30));

    /** No retries. */
    public static final RetryPolicy NONE = new RetryPolicy(0, STANDARD.initialBackoff, STANDARD.maxBackoff);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is negative, or the longest delay shorter than the first one
     */
    public RetryPolicy {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("The number of retries is 0 or more, but was " + maxRetries + ".");
        }
        if (initialBackoff.isNegative() || initialBackoff.isZero() || maxBackoff.compareTo(initialBackoff) < 0) {
            throw new IllegalArgumentException("The first delay is more than zero and at most the longest one, but they"
                    + " were " + initialBackoff + " and " + maxBackoff + ".");
        }
    }

    /** Returns the same policy with another number of retries. */
    public RetryPolicy withMaxRetries(int number) {
        return new RetryPolicy(number, initialBackoff, maxBackoff);
    }
}
