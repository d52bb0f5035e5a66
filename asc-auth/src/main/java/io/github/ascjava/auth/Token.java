package io.github.ascjava.auth;

import java.time.Instant;

/**
 * A signed token with its validity; {@link #toString()} does not show the token.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Token {

    private final String authorization;
    private final Instant issuedAt;
    private final Instant expiresAt;

    Token(String value, Instant issuedAt, Instant expiresAt) {
        this.authorization = "Bearer " + value;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** Returns the token itself, a JWT; its holder can act as the key until it expires. */
    public String value() {
        return authorization.substring("Bearer ".length());
    }

    /** Returns the {@code iat} claim, in whole seconds; it lies a minute before the moment of signing. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** Returns the {@code exp} claim, in whole seconds. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The value of the Authorization header, made once per token rather than once per request. */
    String authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return "Token[" + issuedAt + " to " + expiresAt + "]";
    }
}
