package io.github.ascjava.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call was not sent, because the {@link io.github.ascjava.client.call.RateLimiter} would not let it go before
 * the call's timeout, or failed.
 */
public final class RateLimiterException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception for a request that got no permit.
     *
     * @param attempts how often the request was sent before
     * @param problem what was waited for, in a sentence
     * @param cause what the limiter failed with, or null
     */
    public RateLimiterException(String operation, int attempts, String problem, @Nullable Throwable cause) {
        super(operation, attempts, problem, cause);
    }
}
