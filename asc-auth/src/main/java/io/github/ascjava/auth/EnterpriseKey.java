package io.github.ascjava.auth;

import java.security.PrivateKey;

/**
 * A key of the Apple Developer Enterprise Program, whose API has its own host and audience and no long-lived tokens.
 *
 * <p>Created by the {@code enterprise} methods of {@link ApiKey}. Immutable and thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/enterpriseprogramapi">Enterprise Program API</a>
 * @since 0.1.0
 */
public final class EnterpriseKey extends ApiKey {

    private final String issuerId;

    EnterpriseKey(String issuerId, String keyId, PrivateKey privateKey, TokenSettings settings) {
        super(keyId, privateKey, settings);
        if (settings.isLongLived()) {
            throw new IllegalArgumentException(
                    "The Enterprise Program API has no long-lived tokens; choose a lifetime of "
                            + "at most 20 minutes instead of " + settings.lifetime() + ".");
        }
        this.issuerId = KeyIds.requireIssuerId(issuerId);
    }

    /** Returns the issuer ID of the team, which each token carries as {@code iss}. */
    public String issuerId() {
        return issuerId;
    }

    @Override
    public EnterpriseKey withTokenSettings(TokenSettings settings) {
        return new EnterpriseKey(issuerId, keyId(), privateKey(), settings);
    }

    @Override
    Claim identityClaim() {
        return new Claim("iss", issuerId);
    }

    @Override
    AppleApi api() {
        return AppleApi.ENTERPRISE_PROGRAM;
    }
}
