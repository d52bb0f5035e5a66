package io.github.ascjava.testing.internal.server;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The key whose tokens the sandbox accepts.
 *
 * @param keyId the {@code kid} of its tokens
 * @param issuerId the {@code iss} of a team key's tokens; null for an individual key
 * @param publicKey the public key
 */
public record AcceptedKey(String keyId, @Nullable String issuerId, PublicKey publicKey) {

    boolean isIndividual() {
        return issuerId == null;
    }
}
