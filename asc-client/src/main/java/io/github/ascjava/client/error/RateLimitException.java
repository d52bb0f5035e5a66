package io.github.ascjava.client.error;

/**
 * Thrown for 429: the rate limit of the key for this hour or minute is exhausted.
 *
 * @since 0.1.0
 */
public final class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1L;

    RateLimitException(String operation, Details details) {
        super(operation, details);
    }
}
