package io.github.ascjava.auth;

import java.security.PrivateKey;

/**
 * A team key: it reaches all apps of the team with the roles it was given when an Admin created it.
 *
 * <p>Created by the {@code team} methods of {@link ApiKey}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TeamKey extends ApiKey {

    private final String issuerId;

    TeamKey(String issuerId, String keyId, PrivateKey privateKey, TokenSettings settings) {
        super(keyId, privateKey, settings);
        this.issuerId = KeyIds.requireIssuerId(issuerId);
    }

    /** Returns the issuer ID of the team, which each token carries as {@code iss}. */
    public String issuerId() {
        return issuerId;
    }

    @Override
    public TeamKey withTokenSettings(TokenSettings settings) {
        return new TeamKey(issuerId, keyId(), privateKey(), settings);
    }

    @Override
    Claim identityClaim() {
        return new Claim("iss", issuerId);
    }

    @Override
    AppleApi api() {
        return AppleApi.APP_STORE_CONNECT;
    }
}
