package io.github.ascjava.signing.match;

import io.github.ascjava.signing.SigningIdentity;
import java.time.Instant;

/**
 * A certificate with its private key.
 *
 * @param id the name of its files; Apple's ID of the certificate, unless it was imported without asking Apple
 * @param kind what it is for
 * @param identity key and certificate, which belong together
 * @since 0.1.0
 */
public record MatchIdentity(String id, MatchKind kind, SigningIdentity identity) {

    /** Returns when the certificate expires. */
    public Instant expiration() {
        return identity.certificate().getNotAfter().toInstant();
    }
}
