package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.client.call.RateLimit;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer with an error status, taken apart; what an {@link ApiException} is made of.
 *
 * @param status the HTTP status
 * @param errors Apple's errors, empty if the body held none
 * @param rawBody the body as it came
 * @param requestId Apple's id of the request, or null
 * @param rateLimit what the headers said about the rate limit
 * @param retryAfter how long the answer asks to wait before another attempt, or null if it does not say
 * @param advice what to do about it, or null
 */
public record ErrorResponse(
        int status,
        List<ApiError> errors,
        String rawBody,
        @Nullable String requestId,
        RateLimit rateLimit,
        @Nullable Duration retryAfter,
        @Nullable String advice)
        implements Serializable {

    /** Copies the list. */
    public ErrorResponse {
        errors = List.copyOf(errors);
    }

    /**
     * Adds advice to the answer, where the reason is one that people often meet.
     *
     * @param auth what the interceptor did to the request, or null if it was not authorized by it
     */
    public ErrorResponse advised(@Nullable AuthOutcome auth) {
        return new ErrorResponse(status, errors, rawBody, requestId, rateLimit, retryAfter, Advice.on(this, auth));
    }
}
