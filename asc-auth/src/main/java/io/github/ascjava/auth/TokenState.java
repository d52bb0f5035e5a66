package io.github.ascjava.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state that readers of a {@link TokenCache} see, published by one volatile reference.
 *
 * <p>Immutable; two states are the same only if they are the same object. Times are Apple's, in milliseconds since 1970.
 */
final class TokenState {

    static final TokenState NONE = new TokenState(null, 0, 0, 0, null);

    /** A request in flight with the token may take this long to reach Apple. */
    private static final Duration EXPIRATION_MARGIN = Duration.ofSeconds(30);
    /** How long before the end of safe use the next token is signed. */
    private static final Duration REFRESH_MARGIN = Duration.ofMinutes(2);

    private final @Nullable Token token;
    private final long from;
    private final long staleAt;
    private final long expiredAt;
    private final @Nullable AuthenticationException failure;

    private TokenState(
            @Nullable Token token, long from, long staleAt, long expiredAt, @Nullable AuthenticationException failure) {
        this.token = token;
        this.from = from;
        this.staleAt = staleAt;
        this.expiredAt = expiredAt;
        this.failure = failure;
    }

    static TokenState of(Token token, Instant now) {
        // A token of two minutes cannot spare two and a half of them, so neither margin takes more than a quarter.
        Duration quarter = Duration.between(now, token.expiresAt()).dividedBy(4);
        Instant expired = token.expiresAt().minus(min(EXPIRATION_MARGIN, quarter));
        Instant stale = expired.minus(min(REFRESH_MARGIN, quarter));
        return new TokenState(
                token, token.issuedAt().toEpochMilli(), stale.toEpochMilli(), expired.toEpochMilli(), null);
    }

    /** The same token, if any, to be used until the next attempt. */
    TokenState afterFailure(AuthenticationException newFailure, long retryAt) {
        return new TokenState(token, from, Math.min(retryAt, expiredAt), expiredAt, newFailure);
    }

    /** The lower bound matters after the clock was set back: Apple rejects a token from the future. */
    boolean isFresh(long now) {
        return from <= now && now < staleAt;
    }

    boolean isUsable(long now) {
        return from <= now && now < expiredAt;
    }

    boolean holdsOtherThan(Token other) {
        return token != other;
    }

    Token requireToken() {
        if (token == null) {
            throw new IllegalStateException("A state without a token is never fresh or usable.");
        }
        return token;
    }

    /** The failure of the last attempt to sign, or null. */
    @Nullable
    AuthenticationException failure() {
        return failure;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
