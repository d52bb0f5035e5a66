package io.github.ascjava.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call was not sent, because the {@link io.github.ascjava.client.call.RateLimiter} granted no permit
 * before the call's timeout, or failed.
 *
 * @since 0.1.0
 */
public final class RateLimiterException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a request without a permit.
     *
     * @param attempts how often the request was sent before
     * @param problem why there was no permit, in a sentence
     * @param cause the failure of the limiter, or null
     */
    public RateLimiterException(String operation, int attempts, String problem, @Nullable Throwable cause) {
        super(operation, attempts, problem, cause);
    }
}
