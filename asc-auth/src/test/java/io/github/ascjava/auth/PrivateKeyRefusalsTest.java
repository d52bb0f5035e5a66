package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is no P-256 private key is refused with one message that says what it is. */
class PrivateKeyRefusalsTest {

    private static final String NEEDED = " Expected the AuthKey_<key ID>.p8 file that App Store Connect offered for"
            + " download when the key was created, or its text.";
    private static final String ENCRYPTED = "The private key is an encrypted private key. App Store Connect issues"
            + " unencrypted keys; decrypt this one with: openssl pkcs8 -in encrypted.p8 -out"
            + " AuthKey_<key ID>.p8." + NEEDED;
    private static final String CERTIFICATE = "The private key is a certificate, not a private key." + NEEDED;
    private static final String REQUEST =
            "The private key is a certificate signing request, not a private key." + NEEDED;
    private static final String PUBLIC = "The private key is a public key; signing needs the private half." + NEEDED;
    private static final String EMPTY = "The private key is empty." + NEEDED;
    private static final String CUT_PEM =
            "The private key has a BEGIN line without a matching END line, so it is truncated or damaged." + NEEDED;
    private static final String CUT_DER =
            "The private key is damaged or truncated: it does not encode a complete private key." + NEEDED;
    private static final String NO_BASE64 =
            "The private key is neither PEM text nor complete base64, so it is damaged, truncated or not a key."
                    + NEEDED;
    private static final String UNEQUAL_HALVES =
            "The private key is damaged: its private and public halves do not match." + NEEDED;
    private static final String JSON =
            "The private key is JSON; load a JSON key file with ApiKey.fromJson(path)." + NEEDED;
    private static final String TWO_KEYS = "The private key holds more than one private key; keep only one." + NEEDED;
    private static final String FILE_NAME =
            "The private key is a file name; pass a java.nio.file.Path to read that file." + NEEDED;

    private static final String PKCS12 = "The private key is a PKCS#12 file (.p12 or .pfx), in which Apple offers"
            + " certificates and no API keys. If it holds the API key, extract it with: openssl pkcs12 -in key.p12"
            + " -nocerts -nodes." + NEEDED;
    private static final String UNKNOWN_VERSION =
            "The private key is a private key in a version of PKCS#8 that is not known, or damaged." + NEEDED;
    private static final String DASHES =
            "The private key has a BEGIN or END line without five dashes on each side; correct the dashes." + NEEDED;
    private static final String ESCAPED_TWICE =
            "The private key has line breaks that were escaped twice (\\\\n in place of" + " \\n); escape them once."
                    + NEEDED;
    private static final String URL_ENCODED =
            "The private key is URL-encoded (it holds %0A or %2B); decode it." + NEEDED;
    private static final String BASE64_TWICE = "The private key is encoded in base64 twice; decode it once." + NEEDED;

    private static final String PARAMETERS = "-----BEGIN EC PARAMETERS-----\nMAA=\n-----END EC PARAMETERS-----\n";
    private static final String A_CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
    private static final String A_PUBLIC_KEY = "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n";

    private static final TestKey KEY = TestKey.generate();

    static Stream<Arguments> otherThings() throws Exception {
        KeyPair rsa = pair("RSA");
        KeyPair p384 = TestKey.pairOn("secp384r1");
        HeldCertificate certificate = new HeldCertificate.Builder()
                .keyPair(KEY.publicKey(), KEY.privateKey())
                .build();
        String rsaPem = pem("RSA PRIVATE KEY", pkcs1((RSAPrivateCrtKey) rsa.getPrivate()));
        byte[] encrypted = encrypted(KEY.appleDer());
        return Stream.of(
                arguments("RSA in PKCS#8", pem("PRIVATE KEY", rsa.getPrivate().getEncoded()), other("an RSA")),
                arguments("RSA in PKCS#1", rsaPem, other("an RSA")),
                arguments(
                        "bare RSA in PKCS#1",
                        TestKey.base64(pkcs1((RSAPrivateCrtKey) rsa.getPrivate())),
                        other("an RSA")),
                arguments("RSA with its certificate", rsaPem + "\n" + certificate.certificatePem(), other("an RSA")),
                arguments("RSASSA-PSS", pkcs8("RSASSA-PSS"), other("an RSA")),
                arguments("DSA", pkcs8("DSA"), other("a DSA")),
                arguments("old DSA", pem("DSA PRIVATE KEY", new byte[9]), other("a DSA")),
                arguments("Diffie-Hellman", pkcs8("DH"), other("a Diffie-Hellman")),
                arguments("Ed25519", pkcs8("Ed25519"), other("an Ed25519")),
                arguments("Ed448", pkcs8("Ed448"), other("an Ed448")),
                arguments("X25519", pkcs8("X25519"), other("an X25519")),
                arguments("X448", pkcs8("X448"), other("another kind of")),
                arguments("OpenSSH", pem("OPENSSH PRIVATE KEY", new byte[40]), other("an OpenSSH")),
                arguments("P-384", pem("PRIVATE KEY", p384.getPrivate().getEncoded()), curve("P-384")),
                arguments(
                        "P-521",
                        pem(
                                "PRIVATE KEY",
                                TestKey.pairOn("secp521r1").getPrivate().getEncoded()),
                        curve("P-521")),
                arguments("P-384 in SEC 1", pem("EC PRIVATE KEY", sec1P384(p384)), curve("P-384")),
                arguments("secp256k1", pem("PRIVATE KEY", ofCurve(TestDer.SECP256K1_CURVE)), curve("secp256k1")),
                arguments(
                        "an odd curve",
                        pem("PRIVATE KEY", ofCurve(TestDer.objectId(0x2b, 0x24, 0x03, 0x03))),
                        curve("another curve")),
                arguments(
                        "a curve by its parameters",
                        pem("PRIVATE KEY", ofCurve(TestDer.sequence(TestDer.integer(1)))),
                        "The private key is an EC private key with spelled-out curve parameters; only the named curve"
                                + " P-256 is read." + NEEDED),
                arguments(
                        "SEC 1 of no curve",
                        pem("EC PRIVATE KEY", sec1WithoutCurve()),
                        curve("a curve that it does not name")),
                arguments(
                        "two curves in one key",
                        pem("PRIVATE KEY", twoCurves()),
                        curve("a curve that it does not name")),
                arguments("encrypted PKCS#8", pem("ENCRYPTED PRIVATE KEY", encrypted), ENCRYPTED),
                arguments(
                        "encrypted PKCS#8 with its certificate",
                        pem("ENCRYPTED PRIVATE KEY", encrypted) + "\n" + certificate.certificatePem(),
                        ENCRYPTED),
                arguments("encrypted PKCS#8 under the wrong label", pem("PRIVATE KEY", encrypted), ENCRYPTED),
                arguments("bare encrypted PKCS#8", TestKey.base64(encrypted), ENCRYPTED),
                arguments("encrypted SEC 1", oldStyleEncrypted(), ENCRYPTED),
                arguments("certificate", certificate.certificatePem(), CERTIFICATE),
                arguments(
                        "bare certificate",
                        TestKey.base64(certificate.certificate().getEncoded()),
                        CERTIFICATE),
                arguments("bare certificate of version 1", TestKey.base64(certificateOfVersion1()), CERTIFICATE),
                arguments("certificate request", pem("CERTIFICATE REQUEST", request()), REQUEST),
                arguments("bare certificate request", TestKey.base64(request()), REQUEST),
                arguments("public key", pem("PUBLIC KEY", KEY.publicKey().getEncoded()), PUBLIC),
                arguments("bare public key", TestKey.base64(KEY.publicKey().getEncoded()), PUBLIC),
                arguments("curve parameters alone", pem("EC PARAMETERS", TestDer.P256_CURVE), holdsParametersOnly()),
                arguments("a list of revoked certificates", pem("X509 CRL", new byte[20]), holdsNoKey()),
                arguments("two keys", KEY.applePem() + "\n" + KEY.sec1Pem(), TWO_KEYS),
                arguments("empty text", "", EMPTY),
                arguments("blanks", " \t\r\n ", EMPTY),
                arguments("a pair of quotes", "\"\"", EMPTY),
                arguments("an empty PEM block", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", CUT_DER),
                arguments("JSON", "{\"key_id\": \"2X9R4HXF34\"}", JSON),
                arguments("JSON after a byte order mark", "\uFEFF" + jsonKey(), JSON),
                arguments("JSON with a key in it", jsonKey(), JSON),
                arguments("a file name", "/home/ci/AuthKey_2X9R4HXF34.p8", FILE_NAME),
                arguments("another file name", "~/keys/release.pem", NO_BASE64),
                arguments("garbage", "%PDF-1.7 \u20ac", NO_BASE64),
                arguments("a certificate after parameters", PARAMETERS + A_CERTIFICATE, CERTIFICATE),
                arguments("a certificate before parameters", A_CERTIFICATE + PARAMETERS, CERTIFICATE),
                arguments("a certificate before a public key", A_CERTIFICATE + A_PUBLIC_KEY, CERTIFICATE),
                arguments("a public key before a certificate", A_PUBLIC_KEY + A_CERTIFICATE, PUBLIC),
                arguments("base64 of garbage", TestKey.base64("Nothing to see here."), CUT_DER),
                arguments("PKCS#12", TestKey.base64(pkcs12()), PKCS12),
                arguments("a later version of PKCS#8", pem("PRIVATE KEY", ofVersion(2)), UNKNOWN_VERSION),
                arguments("a negative version of PKCS#8", pem("PRIVATE KEY", ofVersion(-1)), UNKNOWN_VERSION),
                arguments("four dashes", KEY.applePem().replace("-----", "----"), DASHES),
                arguments("four dashes before BEGIN", KEY.applePem().substring(1), DASHES),
                arguments("four dashes after BEGIN", KEY.applePem().replace("KEY-----\n", "KEY----\n"), DASHES),
                arguments("four dashes before END", KEY.applePem().replace("-----END", "----END"), DASHES),
                arguments("six dashes", KEY.applePem().replace("-----", "------"), DASHES),
                arguments("line breaks escaped twice", KEY.applePem().replace("\n", "\\\\n"), ESCAPED_TWICE),
                arguments("URL-encoded", KEY.applePem().replace("\n", "%0A"), URL_ENCODED),
                arguments(
                        "URL-encoded as a form",
                        URLEncoder.encode(KEY.applePem(), StandardCharsets.UTF_8),
                        URL_ENCODED),
                arguments("base64 twice", TestKey.base64(TestKey.base64(KEY.applePem())), BASE64_TWICE),
                arguments("base64 twice of DER", TestKey.base64(TestKey.base64(KEY.appleDer())), BASE64_TWICE),
                arguments("base64 in its URL form", "MIGT-_AgEAMBMGByqGSM49AgEG", NO_BASE64));
    }

    static Stream<Arguments> damagedKeys() {
        String pem = KEY.applePem();
        byte[] der = KEY.appleDer();
        byte[] otherPoint = TestKey.generate().point();
        byte[] offTheCurve = KEY.point();
        offTheCurve[40] ^= 1;
        byte[] beyondTheField = new byte[65];
        Arrays.fill(beyondTheField, (byte) 0xff);
        beyondTheField[0] = 4;
        byte[] origin = new byte[65];
        origin[0] = 4;
        byte[] wrongForm = KEY.point();
        wrongForm[0] = 5;
        byte[] otherCompressed = TestKey.compressed(otherPoint);
        byte[] wrongSign = TestKey.compressed(KEY.point());
        wrongSign[0] ^= 1;
        byte[] unusedBits = KEY.appleDer();
        unusedBits[unusedBits.length - 66] = 1;
        return Stream.of(
                arguments(
                        "with another key's compressed public half",
                        pem("PRIVATE KEY", KEY.appleDer(otherCompressed)),
                        UNEQUAL_HALVES),
                arguments(
                        "with a compressed public half of the other sign",
                        pem("PRIVATE KEY", KEY.appleDer(wrongSign)),
                        UNEQUAL_HALVES),
                arguments("with an empty public half", pem("PRIVATE KEY", KEY.appleDer(new byte[0])), CUT_DER),
                arguments("with unused bits in the public half", pem("PRIVATE KEY", unusedBits), CUT_DER),
                arguments(
                        "with another key's public half outside",
                        pem("PRIVATE KEY", KEY.version2Der(otherPoint)),
                        UNEQUAL_HALVES),
                arguments("cut within the BEGIN line", "-----BEGIN PRIVATE KEY", cutBegin()),
                arguments("cut after the BEGIN line", pem.substring(0, 28), CUT_PEM),
                arguments("cut within the body", pem.substring(0, 150), CUT_PEM),
                arguments("cut before the END line", pem.substring(0, 230), CUT_PEM),
                arguments("cut within the END line", pem.substring(0, 256), CUT_PEM),
                arguments("without its BEGIN line", pem.substring(28), missingBegin()),
                arguments("with a line missing", withoutLine(pem, 2), CUT_DER),
                arguments(
                        "with a character missing",
                        new StringBuilder(pem).deleteCharAt(60).toString(),
                        CUT_DER),
                arguments("with unequal labels", pem.replace("END PRIVATE", "END EC PRIVATE"), CUT_PEM),
                arguments("bare and cut", TestKey.base64(der).substring(0, 120), CUT_DER),
                arguments(
                        "bare and cut within four characters",
                        TestKey.base64(der).substring(0, 121),
                        NO_BASE64),
                arguments("bare and too long", TestKey.base64(TestDer.concat(der, new byte[3])), CUT_DER),
                arguments("base64 of PEM and cut", TestKey.base64(pem).substring(0, 120), CUT_PEM),
                arguments(
                        "with another key's public half", pem("PRIVATE KEY", KEY.appleDer(otherPoint)), UNEQUAL_HALVES),
                arguments("with a point off the curve", pem("PRIVATE KEY", KEY.appleDer(offTheCurve)), UNEQUAL_HALVES),
                arguments(
                        "with a point off the field", pem("PRIVATE KEY", KEY.appleDer(beyondTheField)), UNEQUAL_HALVES),
                arguments("with the origin as its point", pem("PRIVATE KEY", KEY.appleDer(origin)), UNEQUAL_HALVES),
                arguments("with a point of no known form", pem("PRIVATE KEY", KEY.appleDer(wrongForm)), UNEQUAL_HALVES),
                arguments("with a short point", pem("PRIVATE KEY", KEY.appleDer(new byte[] {4, 1})), UNEQUAL_HALVES),
                arguments("with a short private half", pem("PRIVATE KEY", ofScalar(new byte[] {5, 5, 5})), CUT_DER),
                arguments(
                        "with a long private half",
                        pem("PRIVATE KEY", ofScalar(TestDer.concat(new byte[2], KEY.scalar()))),
                        CUT_DER),
                arguments("with zero as private half", pem("PRIVATE KEY", ofScalar(new byte[32])), UNEQUAL_HALVES),
                arguments("with the order as private half", pem("PRIVATE KEY", ofScalar(order())), UNEQUAL_HALVES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherThings")
    void refusesOtherThings(String what, String text, String message) {
        assertRefused(text, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damagedKeys")
    void refusesDamagedKeys(String what, String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void refusesDerOfOtherThings() throws Exception {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() ->
                        PrivateKeyReader.readBytes(pair("RSA").getPrivate().getEncoded(), "The private key"))
                .withMessage(other("an RSA"));
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> PrivateKeyReader.readBytes(encrypted(KEY.appleDer()), "The private key"))
                .withMessage(ENCRYPTED);
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> PrivateKeyReader.readBytes(pkcs12(), "The private key"))
                .withMessage(PKCS12);
    }

    @Test
    void refusesASingleByteThatUtf16CouldBeginWith() {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> PrivateKeyReader.readBytes(new byte[] {(byte) 0xff}, "The private key"))
                .withMessage(NO_BASE64);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 36, 67, 149})
    void refusesDerThatIsCutOff(int length) {
        byte[] cut = Arrays.copyOf(KEY.appleDer(), length);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> PrivateKeyReader.readBytes(cut, "The private key"))
                .withMessage(length == 0 ? EMPTY : CUT_DER);
    }

    @Test
    void refusesAKeyObjectOfAnotherKind() throws Exception {
        KeyPair rsa = pair("RSA");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", rsa.getPrivate()))
                .withMessage("The private key is of the kind RSA, but App Store Connect accepts only EC keys on the"
                        + " curve P-256.");
    }

    @Test
    @SuppressWarnings("NullAway") // Users without NullAway do pass null.
    void namesWhatIsNull() {
        PrivateKey noKey = null;
        String noText = null;

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", noKey))
                .withMessage("The private key is null. Check that the key store has the key.");
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", noText))
                .withMessage("The private key is null; check that the setting it comes from is set." + NEEDED);
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(noText, KEY.applePem()))
                .withMessageContaining("but nothing was given");
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team(noText, "2X9R4HXF34", KEY.applePem()))
                .withMessageContaining("but nothing was given");
    }

    @Test
    @SuppressWarnings("NullAway") // The interface is not annotated.
    void refusesAKeyObjectThatDoesNotTellItsKind() {
        PrivateKey unnamed = new PrivateKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAlgorithm() {
                return null;
            }

            @Override
            public String getFormat() {
                return null;
            }

            @Override
            public byte[] getEncoded() {
                return null;
            }
        };

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", unnamed))
                .withMessage("The private key is of the kind null, but App Store Connect accepts only EC keys on the"
                        + " curve P-256.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundKeys")
    void acceptsOtherSoundForms(String what, byte[] der) {
        assertThat(ApiKey.individual("2X9R4HXF34", pem("PRIVATE KEY", der)).keyId())
                .isEqualTo("2X9R4HXF34");
    }

    static Stream<Arguments> soundKeys() {
        return Stream.of(
                arguments("compressed", KEY.appleDer(TestKey.compressed(KEY.point()))),
                arguments("public half outside", KEY.version2Der(KEY.point())),
                arguments("compressed public half outside", KEY.version2Der(TestKey.compressed(KEY.point()))));
    }

    @Test
    void refusesAKeyObjectOnAnotherCurve() {
        KeyPair p384 = TestKey.pairOn("secp384r1");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", p384.getPrivate()))
                .withMessage("The private key is on a curve of 384 bits other than P-256, but App Store Connect accepts"
                        + " only EC keys on P-256.");
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", text))
                .withMessage(message)
                .withNoCause()
                .satisfies(e -> assertThat(TestSecrets.of(KEY).findIn(e)).isNull());
    }

    private static String other(String algorithm) {
        return "The private key is " + algorithm
                + " private key, but App Store Connect accepts only EC keys on the curve P-256." + NEEDED;
    }

    private static String curve(String name) {
        return "The private key is an EC private key on " + name + ", but App Store Connect accepts only keys on P-256."
                + NEEDED;
    }

    private static String holdsParametersOnly() {
        return "The private key holds curve parameters but no private key." + NEEDED;
    }

    private static String holdsNoKey() {
        return "The private key is PEM text, but holds no private key." + NEEDED;
    }

    private static String cutBegin() {
        return "The private key is truncated within its BEGIN line." + NEEDED;
    }

    private static String missingBegin() {
        return "The private key has an END line but no BEGIN line, so its beginning is missing." + NEEDED;
    }

    private static String pem(String label, byte[] der) {
        return TestKey.pem(label, der);
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    private static String pkcs8(String algorithm) throws GeneralSecurityException {
        return pem("PRIVATE KEY", pair(algorithm).getPrivate().getEncoded());
    }

    private static byte[] pkcs1(RSAPrivateCrtKey key) {
        return TestDer.sequence(
                TestDer.integer(0),
                TestDer.integer(key.getModulus()),
                TestDer.integer(key.getPublicExponent()),
                TestDer.integer(key.getPrivateExponent()),
                TestDer.integer(key.getPrimeP()),
                TestDer.integer(key.getPrimeQ()),
                TestDer.integer(key.getPrimeExponentP()),
                TestDer.integer(key.getPrimeExponentQ()),
                TestDer.integer(key.getCrtCoefficient()));
    }

    private static byte[] encrypted(byte[] pkcs8) throws Exception {
        String algorithm = "PBEWithSHA1AndDESede";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec("secret".toCharArray())));
        AlgorithmParameters parameters = cipher.getParameters();
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(pkcs8)).getEncoded();
    }

    private static String oldStyleEncrypted() {
        return KEY.sec1Pem()
                .replace(
                        "-----BEGIN EC PRIVATE KEY-----\n",
                        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233\n\n");
    }

    private static byte[] ofCurve(byte[] curve) {
        byte[] inner = TestDer.sequence(TestDer.integer(1), TestDer.octets(KEY.scalar()));
        return TestDer.sequence(TestDer.integer(0), TestDer.sequence(TestDer.EC_KEY, curve), TestDer.octets(inner));
    }

    private static byte[] ofVersion(int version) {
        byte[] inner = TestDer.sequence(TestDer.integer(1), TestDer.octets(KEY.scalar()));
        return TestDer.sequence(
                TestDer.integer(version), TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE), TestDer.octets(inner));
    }

    private static byte[] pkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "password".toCharArray());
        return out.toByteArray();
    }

    private static byte[] twoCurves() {
        byte[] inner = TestDer.sequence(
                TestDer.integer(1), TestDer.octets(KEY.scalar()), TestDer.element(0xa0, TestDer.SECP256K1_CURVE));
        return TestDer.sequence(
                TestDer.integer(0), TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE), TestDer.octets(inner));
    }

    private static byte[] ofScalar(byte[] scalar) {
        byte[] inner = TestDer.sequence(TestDer.integer(1), TestDer.octets(scalar));
        return TestDer.sequence(
                TestDer.integer(0), TestDer.sequence(TestDer.EC_KEY, TestDer.P256_CURVE), TestDer.octets(inner));
    }

    private static byte[] order() {
        byte[] withSign = KEY.privateKey().getParams().getOrder().toByteArray();
        return Arrays.copyOfRange(withSign, withSign.length - 32, withSign.length);
    }

    private static byte[] sec1P384(KeyPair pair) {
        BigInteger s = ((ECPrivateKey) pair.getPrivate()).getS();
        return TestDer.sequence(
                TestDer.integer(1),
                TestDer.octets(s.toByteArray()),
                TestDer.element(0xa0, TestDer.objectId(0x2b, 0x81, 0x04, 0x00, 0x22)));
    }

    private static byte[] sec1WithoutCurve() {
        return TestDer.sequence(TestDer.integer(1), TestDer.octets(KEY.scalar()));
    }

    private static byte[] request() {
        byte[] info = TestDer.sequence(
                TestDer.integer(0), TestDer.sequence(), KEY.publicKey().getEncoded(), TestDer.element(0xa0));
        return TestDer.sequence(info, signatureAlgorithm(), TestDer.bits(new byte[8]));
    }

    private static byte[] certificateOfVersion1() {
        byte[] info = TestDer.sequence(TestDer.integer(7), signatureAlgorithm(), TestDer.sequence());
        return TestDer.sequence(info, signatureAlgorithm(), TestDer.bits(new byte[8]));
    }

    private static byte[] signatureAlgorithm() {
        return TestDer.sequence(TestDer.objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    }

    private static String withoutLine(String pem, int index) {
        String[] lines = pem.split("\n", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            text.append(i == index ? "" : lines[i] + "\n");
        }
        return text.toString();
    }

    private static String jsonKey() {
        return "{\"key_id\": \"2X9R4HXF34\", \"key\": \"" + KEY.applePem().replace("\n", "\\n") + "\"}";
    }
}
