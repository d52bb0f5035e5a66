package io.github.ascjava.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A P-256 key pair generated at run time, in the usual forms. */
final class TestKey {

    private final ECPrivateKey privateKey;
    private final ECPublicKey publicKey;

    TestKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Generates a key and records it for the search of the test output. */
    static TestKey generate() {
        KeyPair pair = pairOn("secp256r1");
        TestKey key = new TestKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
        KeyNotes.add(key);
        return key;
    }

    static KeyPair pairOn(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }

    ECPublicKey publicKey() {
        return publicKey;
    }

    byte[] scalar() {
        return fixed(privateKey.getS());
    }

    byte[] point() {
        return TestDer.concat(
                new byte[] {4},
                fixed(publicKey.getW().getAffineX()),
                fixed(publicKey.getW().getAffineY()));
    }

    /** The 150 bytes that App Store Connect issues: PKCS#8 with curve and public half. */
    byte[] appleDer() {
        return appleDer(point());
    }

    /** Apple's form with a public half of the caller's. */
    byte[] appleDer(byte[] point) {
        byte[] inner = TestDer.sequence(
                TestDer.integer(1),
                TestDer.octets(scalar()),
                TestDer.element(0xa0, TestDer.P256_CURVE),
                TestDer.element(0xa1, TestDer.bits(point)));
        return TestDer.sequence(
                TestDer.integer(0), TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE), TestDer.octets(inner));
    }

    /** The form of RFC 5958, with attributes and the public half beside the private one. */
    byte[] version2Der(byte[] point) {
        byte[] inner = TestDer.sequence(TestDer.integer(1), TestDer.octets(scalar()));
        return TestDer.sequence(
                TestDer.integer(1),
                TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE),
                TestDer.octets(inner),
                TestDer.element(0xa0),
                TestDer.element(0x81, new byte[1], point));
    }

    /** The x of a point, and the sign of its y (SEC 1, 2.3.3). */
    static byte[] compressed(byte[] point) {
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = (byte) (2 + (point[64] & 1));
        return compressed;
    }

    /** The 67 bytes that a JDK writes: PKCS#8 without the public half. */
    byte[] jdkDer() {
        byte[] inner = TestDer.sequence(TestDer.integer(1), TestDer.octets(scalar()));
        return TestDer.sequence(
                TestDer.integer(0), TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE), TestDer.octets(inner));
    }

    /** SEC 1 with curve and public half, as {@code openssl ecparam -genkey} writes it. */
    byte[] sec1Der() {
        return TestDer.sequence(
                TestDer.integer(1),
                TestDer.octets(scalar()),
                TestDer.element(0xa0, TestDer.P256_CURVE),
                TestDer.element(0xa1, TestDer.bits(point())));
    }

    String applePem() {
        return pem("PRIVATE KEY", appleDer());
    }

    String jdkPem() {
        return pem("PRIVATE KEY", jdkDer());
    }

    String sec1Pem() {
        return pem("EC PRIVATE KEY", sec1Der());
    }

    /** PEM as Apple writes it: lines of 64 characters, and no line end after the last. */
    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Texts of which no part may ever be revealed: the private half in every spelling, and the public half as key files
     * contain it. The bytes between and before them are the same in all keys.
     */
    List<String> secretTexts() {
        byte[] scalar = scalar();
        String hex = HexFormat.of().formatHex(scalar);
        byte[] pem = applePem().getBytes(StandardCharsets.US_ASCII);
        return List.of(
                base64Of(appleDer(), 36, 68),
                base64Of(appleDer(), 86, 150),
                base64Of(jdkDer(), 35, 67),
                base64Of(sec1Der(), 7, 39),
                base64Of(sec1Der(), 57, 121),
                base64Of(pem, 76, 119),
                base64(scalar),
                Base64.getUrlEncoder().encodeToString(scalar),
                hex,
                hex.toUpperCase(Locale.ROOT),
                privateKey.getS().toString());
    }

    /** The base64 characters that contain bits of these bytes only. */
    private static String base64Of(byte[] form, int from, int to) {
        return base64(form).substring((from * 4 + 2) / 3, to * 4 / 3);
    }

    private static byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }
}
