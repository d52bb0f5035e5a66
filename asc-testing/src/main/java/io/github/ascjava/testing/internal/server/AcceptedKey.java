package io.github.ascjava.testing.internal.server;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of the key whose tokens it accepts.
 *
 * @param keyId what tokens carry as {@code kid}
 * @param issuerId what tokens of a team key carry as {@code iss}; null for an individual key
 * @param publicKey the public half
 */
public record AcceptedKey(String keyId, @Nullable String issuerId, PublicKey publicKey) {

    boolean isIndividual() {
        return issuerId == null;
    }
}
