package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every usual form of a key loads, and the public half verifies the signatures of the loaded key. */
class PrivateKeyFormsTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final String KEY_ID = "2X9R4HXF34";
    private static final TestKey KEY = TestKey.generate();

    static Stream<Arguments> texts() {
        String pem = KEY.applePem();
        String certificate = new HeldCertificate.Builder()
                .keyPair(KEY.publicKey(), KEY.privateKey())
                .build()
                .certificatePem();
        String parameters = TestKey.pem("EC PARAMETERS", TestDer.P256_CURVE);
        return Stream.of(
                arguments("as Apple writes it", pem),
                arguments("as a JDK writes it", KEY.jdkPem()),
                arguments("with a line end at its end", pem + "\n"),
                arguments("in one line with literal \\n", pem.replace("\n", "\\n")),
                arguments("in one line with literal \\r\\n", pem.replace("\n", "\\r\\n")),
                arguments("with CRLF", pem.replace("\n", "\r\n") + "\r\n"),
                arguments("with CR", pem.replace('\n', '\r')),
                arguments("among blanks", " \t\n  " + pem + "  \n\n"),
                arguments("with indented lines", pem.replace("\n", "\n    ")),
                arguments("in double quotes", '"' + pem + '"'),
                arguments("in single quotes", "'" + pem + "'\n"),
                arguments("in quotes with literal \\n", " \"" + pem.replace("\n", "\\n") + "\" "),
                arguments("after a byte order mark", "\uFEFF" + pem),
                arguments("as bare base64 after a byte order mark", "\uFEFF" + TestKey.base64(KEY.appleDer())),
                arguments("with blanks for line ends", pem.replace('\n', ' ')),
                arguments("with no line ends", pem.replace("\n", "")),
                arguments("with text around it", "Bag Attributes\n  friendlyName: x\n" + pem + "\nthe end\n"),
                arguments("as base64 of the PEM text", TestKey.base64(pem)),
                arguments("as base64 of the PEM text with CRLF", TestKey.base64(pem.replace("\n", "\r\n"))),
                arguments(
                        "as wrapped base64 of the PEM text",
                        Base64.getMimeEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)) + "\n"),
                arguments("as base64 of the SEC 1 PEM text", TestKey.base64(KEY.sec1Pem() + "\n")),
                arguments("as the bare base64 of Apple's body", TestKey.base64(KEY.appleDer())),
                arguments("as the bare base64 in lines", bodyOf(pem)),
                arguments("as the bare base64 with literal \\n", bodyOf(pem).replace("\n", "\\n")),
                arguments("as the bare base64 of a JDK's body", TestKey.base64(KEY.jdkDer())),
                arguments(
                        "as the bare base64 without padding",
                        TestKey.base64(KEY.jdkDer()).replace("=", "")),
                arguments("as the bare base64 of SEC 1", TestKey.base64(KEY.sec1Der())),
                arguments("as SEC 1", KEY.sec1Pem()),
                arguments("as SEC 1 after its parameters", parameters + "\n" + KEY.sec1Pem()),
                arguments("as SEC 1 without the public half", sec1WithoutPublicHalf(KEY.scalar())),
                arguments("with a zero before the private half", sec1WithoutPublicHalf(withZero())),
                arguments("after its certificate", certificate + pem),
                arguments("before its certificate", pem + "\n" + certificate),
                arguments("with the public half compressed", TestKey.pem("PRIVATE KEY", compressed())));
    }

    static Stream<Arguments> files() {
        String pem = KEY.applePem();
        Stream<Arguments> more = Stream.of(
                arguments("in UTF-16 with its mark, big end first", pem.getBytes(StandardCharsets.UTF_16)),
                arguments("in UTF-16 with its mark, little end first", utf16LittleEndian(pem)),
                arguments("as Apple's DER", KEY.appleDer()),
                arguments("as a JDK's DER", KEY.jdkDer()),
                arguments("as SEC 1 DER", KEY.sec1Der()));
        return Stream.concat(texts().map(PrivateKeyFormsTest::inUtf8), more);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void loadsAsText(String form, String text) {
        assertSignsForItsPublicHalf(ApiKey.team(ISSUER_ID, KEY_ID, text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void loadsAsFile(String form, byte[] content, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("AuthKey_2X9R4HXF34.p8");
        Files.write(file, content);

        assertSignsForItsPublicHalf(ApiKey.team(ISSUER_ID, file));
    }

    @Test
    void everyKindOfKeyLoadsFromTextFileAndObject(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());
        Path renamed = Files.writeString(folder.resolve("release.p8"), KEY.applePem());
        String text = KEY.applePem();
        PrivateKey object = KEY.privateKey();

        assertThat(Stream.of(
                        ApiKey.team(ISSUER_ID, KEY_ID, text),
                        ApiKey.team(ISSUER_ID, KEY_ID, renamed),
                        ApiKey.team(ISSUER_ID, file),
                        ApiKey.team(ISSUER_ID, KEY_ID, object),
                        ApiKey.individual(KEY_ID, text),
                        ApiKey.individual(KEY_ID, renamed),
                        ApiKey.individual(file),
                        ApiKey.individual(KEY_ID, object),
                        ApiKey.enterprise(ISSUER_ID, KEY_ID, text),
                        ApiKey.enterprise(ISSUER_ID, KEY_ID, renamed),
                        ApiKey.enterprise(ISSUER_ID, file),
                        ApiKey.enterprise(ISSUER_ID, KEY_ID, object)))
                .allSatisfy(key -> {
                    assertThat(key.keyId()).isEqualTo(KEY_ID);
                    assertSignsForItsPublicHalf(key);
                })
                .extracting(ApiKey::toString)
                .containsExactly(
                        "TeamKey[2X9R4HXF34]",
                        "TeamKey[2X9R4HXF34]",
                        "TeamKey[2X9R4HXF34]",
                        "TeamKey[2X9R4HXF34]",
                        "IndividualKey[2X9R4HXF34]",
                        "IndividualKey[2X9R4HXF34]",
                        "IndividualKey[2X9R4HXF34]",
                        "IndividualKey[2X9R4HXF34]",
                        "EnterpriseKey[2X9R4HXF34]",
                        "EnterpriseKey[2X9R4HXF34]",
                        "EnterpriseKey[2X9R4HXF34]",
                        "EnterpriseKey[2X9R4HXF34]");
    }

    @Test
    void theTestDataHasTheFormsThatAreKnownOfAppleAndTheJdk() {
        assertThat(KEY.appleDer()).hasSize(150);
        assertThat(KEY.applePem()).hasSize(257);
        assertThat(TestKey.base64(KEY.appleDer())).startsWith("MIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg");
        assertThat(KEY.jdkDer()).hasSize(67).isEqualTo(KEY.privateKey().getEncoded());
    }

    private static void assertSignsForItsPublicHalf(ApiKey key) {
        Token token = new TokenSigner(key).sign(Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(Jwt.parse(token.value()).isSignedBy(KEY.publicKey())).isTrue();
    }

    private static Arguments inUtf8(Arguments nameAndText) {
        Object[] values = nameAndText.get();
        return arguments(values[0], values[1].toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] utf16LittleEndian(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    private static String bodyOf(String pem) {
        return pem.lines().filter(line -> !line.startsWith("-")).reduce("", (a, b) -> a + "\n" + b);
    }

    private static byte[] withZero() {
        return TestDer.concat(new byte[1], KEY.scalar());
    }

    private static String sec1WithoutPublicHalf(byte[] scalar) {
        return TestKey.pem(
                "EC PRIVATE KEY",
                TestDer.sequence(
                        TestDer.integer(1), TestDer.octets(scalar), TestDer.element(0xa0, TestDer.P256_CURVE)));
    }

    private static byte[] compressed() {
        BigInteger y = KEY.publicKey().getW().getAffineY();
        byte[] point = new byte[33];
        System.arraycopy(KEY.point(), 1, point, 1, 32);
        point[0] = (byte) (y.testBit(0) ? 3 : 2);
        return KEY.appleDer(point);
    }
}
