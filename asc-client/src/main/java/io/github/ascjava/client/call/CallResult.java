package io.github.ascjava.client.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt of a call ended.
 *
 * @param status the HTTP status, or null if no answer came
 * @param duration how long the attempt took, with reading and decoding the answer; for an asynchronous call also with
 *     waiting for its turn in the HTTP client's dispatcher
 * @param failure what kept the answer from coming or being used; null if there was one, an error status included
 * @param retryDelay how long until the next attempt, or null if this was the last one
 * @param rateLimit what the answer said about the rate limit
 * @param requestId Apple's id of the request, or null if there was none
 */
public record CallResult(
        @Nullable Integer status,
        Duration duration,
        @Nullable Throwable failure,
        @Nullable Duration retryDelay,
        RateLimit rateLimit,
        @Nullable String requestId) {

    /** Returns whether the call goes on with another attempt. */
    public boolean isRetried() {
        return retryDelay != null;
    }
}
