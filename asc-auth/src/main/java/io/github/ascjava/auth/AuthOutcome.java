package io.github.ascjava.auth;

import java.time.Duration;
import java.util.Objects;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the interceptor did to a request; available from the response.
 *
 * @param key the key whose token was sent
 * @param attempts 1, or 2 if the first token was rejected with a 401
 * @param clockOffset how far Apple's clock is ahead of this machine's, as learned from 401 responses; negative if this
 *     machine's clock is ahead, zero if there is no skew or none is known
 * @param clockProblem a sentence with both times if the server's clock is further ahead than
 *     {@link AppStoreConnectAuth.Builder#maxClockSkew(Duration)} allows, and tokens were not dated by it; otherwise null
 * @since 0.1.0
 */
public record AuthOutcome(
        ApiKey key,
        int attempts,
        Duration clockOffset,
        @Nullable String clockProblem) {

    /** Checks that nothing is missing. */
    public AuthOutcome {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(clockOffset, "clockOffset");
    }

    /** Returns what was done to the request of a response, or null if the interceptor left it unchanged. */
    public static @Nullable AuthOutcome of(Response response) {
        return response.request().tag(AuthOutcome.class);
    }
}
