package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.ProfileType;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final SigningKey RSA = SigningKey.generateRsa();
    private static final SigningKey P256 = SigningKey.generateP256();
    private static final char[] PASSWORD = "long enough".toCharArray();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void applePayProcessingGetsAnEllipticKeyAndEverythingElseAnRsaKey() {
        assertThat(SigningKey.generate(CertificateType.APPLE_PAY)).hasToString("SigningKey[EC 256]");
        assertThat(RSA).hasToString("SigningKey[RSA 2048]");
    }

    @Test
    void aRequestIsSignedByItsKeyWithSha256() throws Exception {
        for (SigningKey key : new SigningKey[] {RSA, P256}) {
            PKCS10CertificationRequest request = request(key.certificateRequest("App, Signing=\"x\""));

            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key.publicKey())))
                    .isTrue();
            assertThat(request.getSubject()).hasToString("CN=App Signingx");
            assertThat(request.getSignatureAlgorithm().getAlgorithm().getId())
                    .isEqualTo(key == RSA ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2");
        }
    }

    @Test
    void everyFormOfAKeyIsRead() throws IOException, OperatorCreationException {
        for (SigningKey key : new SigningKey[] {RSA, P256}) {
            byte[] pkcs8 = key.privateKey().getEncoded();
            byte[] traditional =
                    PrivateKeyInfo.getInstance(pkcs8).getPrivateKey().getOctets();

            assertSame(key, ascii(key.toPem()), null);
            assertSame(key, pkcs8, null);
            assertSame(key, ascii(TestPki.pem("PRIVATE KEY", pkcs8)), null);
            assertSame(key, encrypted(key), PASSWORD);
            if (key == RSA) {
                assertSame(key, traditional, null);
            } else {
                assertSame(key, sec1(), null);
            }
        }
    }

    /** As OpenSSL writes it: with the curve, in a block of its own before the key as well. */
    private static byte[] sec1() throws IOException {
        ECPrivateKey key = (ECPrivateKey) P256.privateKey();
        byte[] der = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), X9ObjectIdentifiers.prime256v1)
                .getEncoded();
        byte[] curve = X9ObjectIdentifiers.prime256v1.getEncoded();
        return ascii(TestPki.pem("EC PARAMETERS", curve) + TestPki.pem("EC PRIVATE KEY", der));
    }

    private static void assertSame(SigningKey key, byte[] content, char @Nullable [] password) {
        assertThat(SigningKey.read(content, password).publicKey()).isEqualTo(key.publicKey());
    }

    private static byte[] encrypted(SigningKey key) throws IOException, OperatorCreationException {
        return new JcaPKCS8Generator(
                        key.privateKey(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword(PASSWORD)
                                .build())
                .generate()
                .getContent();
    }

    @Test
    void whatIsNoKeyIsSaidInOneSentence() throws IOException, OperatorCreationException {
        byte[] encrypted = encrypted(P256);
        String certificate = TestPki.pem("CERTIFICATE", encoded());

        assertRejected(new byte[0], null, "The key is empty.");
        assertRejected(ascii("hello"), null, "The key is not a private key in PEM or DER.");
        assertRejected(ascii(certificate), null, "The key holds a certificate, but no private key.");
        assertRejected(encrypted, null, "The key is encrypted; give its password.");
        assertRejected(
                encrypted,
                "wrong".toCharArray(),
                "The key cannot be decrypted: the password is wrong, or the file is damaged.");
        assertRejected(
                Arrays.copyOf(RSA.privateKey().getEncoded(), 700),
                null,
                "The key holds no private key that can be read: it is damaged or incomplete.");
        assertRejected(
                ascii(RSA.toPem().substring(0, 900)),
                null,
                "The key holds no private key that can be read: it is damaged or incomplete.");
    }

    private static byte[] encoded() {
        try {
            return TestPki.certificate(P256, "Apple Development: A").getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRejected(byte[] content, char @Nullable [] password, String message) {
        assertThatThrownBy(() -> SigningKey.read(content, password))
                .isInstanceOf(SigningException.class)
                .hasMessage(message);
    }

    @Test
    void keysThatAppleDoesNotCertifyAreRejected() throws GeneralSecurityException {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        byte[] pkcs8 = small.generateKeyPair().getPrivate().getEncoded();

        assertThatThrownBy(() -> SigningKey.read(pkcs8, null))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("RSA keys of 2048 bits and P-256 keys, but this one is RSA 1024.");
    }

    @Test
    void noTextOfAKeyHoldsTheKey() {
        String secret = ((ECPrivateKey) P256.privateKey()).getS().toString();
        SigningIdentity identity = SigningIdentity.of(P256, TestPki.certificate(P256, "Apple Development: A"));

        assertThat(P256 + " " + identity + " "
                        + EnsureRequest.of("a", ProfileType.IOS_APP_STORE).withKey(P256))
                .doesNotContain(secret)
                .doesNotContain(new BigInteger(secret).toString(16));
    }

    private static PKCS10CertificationRequest request(String pem) throws IOException, PKCSException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return (PKCS10CertificationRequest) parser.readObject();
        }
    }
}
