package io.github.ascjava.client.call;

import java.time.Duration;

/**
 * How often and after which delays a call is retried after a transient failure.
 *
 * <pre>{@code
 * AppStoreConnect asc = AppStoreConnect.builder(key)
 *     .options(o -> o.retryPolicy(RetryPolicy.STANDARD.withMaxRetries(2)))
 *     .build();
 * }</pre>
 *
 * <p>The policy does not choose the failures. GET and HEAD are retried after connection failures and the statuses 408,
 * 429, 500, 502, 503 and 504; other methods only after a 429, because any other failed write may have been applied. A
 * body that can be sent only once is never retried. The delay is that of {@code Retry-After} or else a random time
 * whose upper bound doubles with every attempt; a delay beyond the call's timeout ends the call.
 *
 * @param maxRetries the maximum number of retries; 0 for none
 * @param initialBackoff the longest delay before the first retry, more than zero; eight times as long after a 429
 *     without {@code Retry-After}, because a rate limit takes longer to recover than a server
 * @param maxBackoff the longest delay before any retry, unless {@code Retry-After} is longer
 * @since 0.1.0
 */
public record RetryPolicy(int maxRetries, Duration initialBackoff, Duration maxBackoff) {

    /** Four retries, with delays from half a second up to half a minute. */
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
            throw new IllegalArgumentException("maxRetries must be 0 or more, but was " + maxRetries + ".");
        }
        if (initialBackoff.isNegative() || initialBackoff.isZero() || maxBackoff.compareTo(initialBackoff) < 0) {
            throw new IllegalArgumentException("initialBackoff must be more than zero and at most maxBackoff, but they"
                    + " were " + initialBackoff + " and " + maxBackoff + ".");
        }
    }

    /** Returns the same policy with another number of retries. */
    public RetryPolicy withMaxRetries(int number) {
        return new RetryPolicy(number, initialBackoff, maxBackoff);
    }
}
