package io.github.ascjava.client.call;

import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful response with its HTTP status and headers.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param value the value of the body; null only for operations without a response body
 * @param <T> the type of the value
 * @since 0.1.0
 */
public record AscResponse<T extends @Nullable Object>(int status, Headers headers, T value) {

    /** Checks that nothing is missing. */
    public AscResponse {
        Objects.requireNonNull(headers, "headers");
    }

    /** Returns the rate limit reported by the response. */
    public RateLimit rateLimit() {
        return RateLimit.of(headers);
    }

    /** Returns Apple's ID of the request, to give to Apple's support, or null if the response had none. */
    public @Nullable String requestId() {
        return requestId(headers);
    }

    /** Returns Apple's ID of a request from the headers of its response (docs/live-service.md#request-id-headers). */
    public static @Nullable String requestId(Headers headers) {
        for (String name : new String[] {"X-Apple-Request-UUID", "X-Apple-Jingle-Correlation-Key", "X-Request-Id"}) {
            String id = headers.get(name);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** Returns only the status, because headers and value may not belong in a log. */
    @Override
    public String toString() {
        return "AscResponse[" + status + "]";
    }
}
