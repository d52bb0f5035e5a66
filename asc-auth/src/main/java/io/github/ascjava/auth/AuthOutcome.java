package io.github.ascjava.auth;

import java.time.Duration;
import java.util.Objects;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the interceptor did to a request, readable from the response it led to.
 *
 * @param key the key whose token was sent
 * @param attempts 1, or 2 if the first token was refused with a 401
 * @param clockOffset how far Apple's clock is ahead of this machine's as far as a 401 has shown; negative if this
 *     machine's clock is ahead, zero if the two agree or nothing is known
 */
public record AuthOutcome(ApiKey key, int attempts, Duration clockOffset) {

    /** Checks that nothing is missing. */
    public AuthOutcome {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(clockOffset, "clockOffset");
    }

    /** Returns what was done to the request of a response, or null if the interceptor let it pass untouched. */
    public static @Nullable AuthOutcome of(Response response) {
        return response.request().tag(AuthOutcome.class);
    }
}
