package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.client.call.RateLimit;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed response with an error status; the content of an {@link ApiException}.
 *
 * @param status the HTTP status
 * @param errors Apple's errors, empty if the body has none
 * @param rawBody the body as received
 * @param requestId Apple's ID of the request, or null
 * @param rateLimit the rate limit reported by the headers
 * @param retryAfter the requested delay before another attempt, or null if none
 * @param advice advice for the user, or null
 * @since 0.1.0
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
     * Adds advice for common causes.
     *
     * @param auth what the interceptor did to the request, or null if the interceptor did not authorize it
     */
    public ErrorResponse advised(@Nullable AuthOutcome auth) {
        return withAdvice(Advice.on(this, auth));
    }

    ErrorResponse withAdvice(@Nullable String newAdvice) {
        return new ErrorResponse(status, errors, rawBody, requestId, rateLimit, retryAfter, newAdvice);
    }
}
