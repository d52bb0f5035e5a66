package io.github.ascjava.testing.internal.server;

import java.security.PublicKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key whose tokens the sandbox accepts.
 *
 * @param keyId the {@code kid} of its tokens
 * @param issuerId the {@code iss} of a team key's tokens; null for an individual key
 * @param publicKey the public key
 * @param role the only role that the key has, such as {@code ADMIN}
 */
public record AcceptedKey(String keyId, @Nullable String issuerId, PublicKey publicKey, String role) {

    private static final String ADMIN = "ADMIN";

    /** Creates a key with all permissions. */
    public AcceptedKey(String keyId, @Nullable String issuerId, PublicKey publicKey) {
        this(keyId, issuerId, publicKey, ADMIN);
    }

    /** Returns whether the role is Admin, or one of some others. */
    boolean hasRole(Set<String> others) {
        return role.equals(ADMIN) || others.contains(role);
    }

    boolean isIndividual() {
        return issuerId == null;
    }
}
