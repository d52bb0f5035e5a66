package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.InvalidKeyException;
import java.security.SignatureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key without accessible key material, as in a smart card, signs through its security provider. */
class OpaqueKeyTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";

    private final TestKey testKey = TestKey.generate();
    private final OpaqueKeys.Key opaque = new OpaqueKeys.Key(testKey);
    private final TeamKey key = ApiKey.team(ISSUER_ID, "2X9R4HXF34", opaque);
    private OpaqueKeys provider;

    @BeforeEach
    void registerProvider() {
        provider = OpaqueKeys.register();
    }

    @AfterEach
    void removeProvider() {
        provider.close();
    }

    @Test
    void signsThroughItsProvider() throws Exception {
        AppStoreConnectAuth auth = AppStoreConnectAuth.interceptor(key);

        Jwt jwt = Jwt.parse(auth.token().value());

        assertThat(jwt.isSignedBy(testKey.publicKey())).isTrue();
        assertThat(jwt.signatureLength()).isEqualTo(64);
        assertThat(opaque.attempts()).isEqualTo(1);
    }

    @Test
    void aFailingDeviceIsNamedAsTheCause() {
        opaque.beforeSigning(() -> {
            throw new SignatureException("The card was pulled out.");
        });
        AppStoreConnectAuth auth = AppStoreConnectAuth.interceptor(key);

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(auth::token)
                .withMessage(
                        "No token could be signed with TeamKey[2X9R4HXF34]. If the private key is in a token or a key"
                                + " service, check that its security provider is registered and reachable.")
                .withRootCauseInstanceOf(SignatureException.class)
                .withStackTraceContaining("The card was pulled out.");
    }

    @Test
    void withoutItsProviderNoTokenIsSigned() {
        provider.close();
        AppStoreConnectAuth auth = AppStoreConnectAuth.interceptor(key);

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(auth::token)
                .withMessageStartingWith("No token could be signed with TeamKey[2X9R4HXF34].")
                .withRootCauseInstanceOf(InvalidKeyException.class);
        assertThat(opaque.attempts()).isZero();
    }

    @Test
    void aDeviceThatRecoversSignsAgain() throws Exception {
        AppStoreConnectAuth auth = AppStoreConnectAuth.interceptor(key);
        opaque.beforeSigning(() -> {
            throw new SignatureException("The card is busy.");
        });
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(auth::token);

        opaque.beforeSigning(() -> {});

        assertThat(Jwt.parse(auth.token().value()).isSignedBy(testKey.publicKey()))
                .isTrue();
    }
}
