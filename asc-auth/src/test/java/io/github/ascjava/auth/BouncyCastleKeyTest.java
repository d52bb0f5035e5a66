package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK refuses to sign with a key that Bouncy Castle has read under the name ECDSA. */
class BouncyCastleKeyTest {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final TestKey testKey = TestKey.generate();

    @ParameterizedTest
    @ValueSource(strings = {"EC", "ECDSA"})
    void itsKeysSignUnderEitherName(String algorithm) throws Exception {
        PrivateKey key = read(algorithm, testKey.appleDer());
        assertThat(key.getAlgorithm()).isEqualTo(algorithm);

        Token token = AppStoreConnectAuth.interceptor(ApiKey.individual("2X9R4HXF34", key))
                .token();

        assertThat(Jwt.parse(token.value()).isSignedBy(testKey.publicKey())).isTrue();
    }

    @Test
    void anotherCurveIsNamed() throws Exception {
        PrivateKey key = read("ECDSA", TestKey.pairOn("secp384r1").getPrivate().getEncoded());

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", key))
                .withMessageContaining("is on a curve of 384 bits other than P-256");
    }

    @Test
    void aKeyInADeviceStaysWhatItIs() {
        PrivateKey device = new Named("ECDSA", null);

        assertThat(ApiKey.individual("2X9R4HXF34", device).privateKey()).isSameAs(device);
    }

    @Test
    void anEncodingThatIsNoEcKeyIsNamed() {
        PrivateKey key = new Named("ECGOST3410", new byte[] {0x30, 0});

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", key))
                .withMessage("The private key is of the kind ECGOST3410 and cannot be read as an EC key. Load it with"
                        + " KeyFactory.getInstance(\"EC\").")
                .withNoCause();
    }

    private static PrivateKey read(String algorithm, byte[] der) throws Exception {
        return KeyFactory.getInstance(algorithm, BOUNCY_CASTLE).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static final class Named implements PrivateKey {

        private static final long serialVersionUID = 1L;

        private final String algorithm;
        private final byte @Nullable [] encoded;

        Named(String algorithm, byte @Nullable [] encoded) {
            this.algorithm = algorithm;
            this.encoded = encoded;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        @SuppressWarnings("NullAway") // The interface is not annotated; a key in a device returns null.
        public @Nullable String getFormat() {
            return encoded == null ? null : "PKCS#8";
        }

        @Override
        @SuppressWarnings("NullAway") // As above.
        public byte @Nullable [] getEncoded() {
            return encoded;
        }
    }
}
