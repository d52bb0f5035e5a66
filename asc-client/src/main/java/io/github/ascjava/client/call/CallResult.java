package io.github.ascjava.client.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt of a call ended.
 *
 * @param status the HTTP status, or null if there was no response
 * @param duration how long the attempt took, including reading and decoding the response and, for an asynchronous call,
 *     the time in the queue of the HTTP client's dispatcher
 * @param failure why there was no usable response; null if there was one, even with an error status
 * @param retryDelay how long until the next attempt, or null if this was the last one
 * @param rateLimit the rate limit reported by the response
 * @param requestId Apple's ID of the request, or null if there was none
 * @since 0.1.0
 */
public record CallResult(
        @Nullable Integer status,
        Duration duration,
        @Nullable Throwable failure,
        @Nullable Duration retryDelay,
        RateLimit rateLimit,
        @Nullable String requestId) {

    /** Returns whether another attempt follows. */
    public boolean isRetried() {
        return retryDelay != null;
    }
}
