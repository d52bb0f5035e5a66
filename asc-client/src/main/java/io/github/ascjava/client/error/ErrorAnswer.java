package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.client.RateLimit;
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
 * @param auth what the interceptor did to the request, or null if it was not authorised by it
 */
public record ErrorAnswer(
        int status,
        List<ApiError> errors,
        String rawBody,
        @Nullable String requestId,
        RateLimit rateLimit,
        @Nullable AuthOutcome auth) {

    /** Copies the list. */
    public ErrorAnswer {
        errors = List.copyOf(errors);
    }
}
