package io.github.ascjava.auth;

import java.security.PrivateKey;

/**
 * An individual key: it has the access and the roles of the one user who made it, and follows that user.
 *
 * <p>Apple does not allow it to use the provisioning endpoints, Sales and Finance, or the Notary API; the interceptor
 * fails such a request with an {@link AuthenticationException} before it is sent. Created by the {@code individual}
 * methods of {@link ApiKey}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class IndividualKey extends ApiKey {

    IndividualKey(String keyId, PrivateKey privateKey, TokenSettings settings) {
        super(keyId, privateKey, settings);
    }

    @Override
    public IndividualKey withTokenSettings(TokenSettings settings) {
        return new IndividualKey(keyId(), privateKey(), settings);
    }

    @Override
    Claim identityClaim() {
        return new Claim("sub", "user");
    }

    @Override
    AppleApi api() {
        return AppleApi.APP_STORE_CONNECT;
    }
}
