package io.github.ascjava.client.call;

import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An answer of success with its HTTP facts.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param value what the body said; null only where the operation answers without a body
 * @param <T> the type of the value
 */
public record AscResponse<T extends @Nullable Object>(int status, Headers headers, T value) {

    /** Checks that nothing is missing. */
    public AscResponse {
        Objects.requireNonNull(headers, "headers");
    }

    /** Returns what the answer said about the rate limit. */
    public RateLimit rateLimit() {
        return RateLimit.of(headers);
    }

    /** Returns Apple's id of the request, which support asks for, or null if the answer had none. */
    public @Nullable String requestId() {
        return requestId(headers);
    }

    /** Returns Apple's id of a request from the headers of its answer; no header is on every answer (facts 4.6). */
    public static @Nullable String requestId(Headers headers) {
        for (String name : new String[] {"X-Apple-Request-UUID", "X-Apple-Jingle-Correlation-Key", "X-Request-Id"}) {
            String id = headers.get(name);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** Returns the status; headers and value may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "AscResponse[" + status + "]";
    }
}
