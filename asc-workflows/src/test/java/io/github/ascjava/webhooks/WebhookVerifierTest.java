package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.webhooks.InvalidWebhookException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

    private static final String SECRET = "whsec_test_secret";
    private static final byte[] PING = bytes("{\"data\":{\"type\":\"webhookPingCreated\"}}");
    /** Published by others; see docs/live-service.md#webhook-signatures. */
    private static final String HEX = "065ca525b541f6b77e8eea867abdac3cc108ab11010d2956395853d51cea073b";

    private final WebhookVerifier verifier = WebhookVerifier.of(SECRET);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This is my secret|Hello, World!|7f062172b01cb00b53ca068614674a3d982a34062a0f5d37687d5e3377e54657",
                SECRET + "|{\"data\":{\"type\":\"webhookPingCreated\"}}|" + HEX
            })
    void acceptsThePublishedVectors(String secret, String body, String hex) {
        assertThatCode(() -> WebhookVerifier.of(secret).requireGenuine(bytes(body), "hmacsha256=" + hex))
                .doesNotThrowAnyException();
        assertThat(WebhookSigner.of(secret).sign(bytes(body))).isEqualTo("hmacsha256=" + hex);
    }

    @Test
    void readsTheEventOfAGenuineRequest() {
        assertThat(verifier.verify(PING, "hmacsha256=" + HEX).payload())
                .isEqualTo(new WebhookPayload.WebhookPingCreated());
    }

    @Test
    void acceptsPrefixAndDigitsInEitherCaseAndSpaceAround() {
        assertThatCode(() -> verifier.requireGenuine(PING, " HMACSHA256=" + HEX.toUpperCase(Locale.ROOT) + "\t"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void rejectsARequestWithoutSignature(@Nullable String header) {
        assertThat(problem(PING, header)).isEqualTo(Problem.MISSING_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX,
                "sha256=" + HEX,
                "hmacsha256 " + HEX,
                "hmacsha256=",
                "hmacsha256=065c",
                "hmacsha256=" + HEX + "00",
                "hmacsha256=" + HEX + ",hmacsha256=" + HEX,
                // The letter "o", and a digit that only Unicode has.
                "hmacsha256=o65ca525b541f6b77e8eea867abdac3cc108ab11010d2956395853d51cea073b",
                "hmacsha256=\uff1065ca525b541f6b77e8eea867abdac3cc108ab11010d2956395853d51cea073b",
                // The same bytes in base64.
                "hmacsha256=BlylJbVB9rd+juqGer2sPMEIqxEBDSlWOVhT1RzqBzs="
            })
    void rejectsASignatureOfAnotherForm(String header) {
        assertThat(problem(PING, header)).isEqualTo(Problem.MALFORMED_SIGNATURE);
    }

    @Test
    void rejectsSeveralSignaturesEvenIfOneIsRight() {
        String right = "hmacsha256=" + HEX;

        InvalidWebhookException e =
                catchThrowableOfType(InvalidWebhookException.class, () -> verifier.verify(PING, List.of(right, right)));

        assertThat(e.problem()).isEqualTo(Problem.SEVERAL_SIGNATURES);
        assertThat(verifier.verify(PING, List.of(right)).type()).isEqualTo("webhookPingCreated");
        assertThat(catchThrowableOfType(InvalidWebhookException.class, () -> verifier.verify(PING, (List<String>) null))
                        .problem())
                .isEqualTo(Problem.MISSING_SIGNATURE);
        assertThat(catchThrowableOfType(InvalidWebhookException.class, () -> verifier.verify(PING, List.of()))
                        .problem())
                .isEqualTo(Problem.MISSING_SIGNATURE);
    }

    @Test
    void rejectsEveryBodyThatDiffersInOneByte() {
        for (int i = 0; i < PING.length; i++) {
            byte[] changed = PING.clone();
            changed[i] ^= 1;
            assertThat(problem(changed, "hmacsha256=" + HEX)).isEqualTo(Problem.WRONG_SIGNATURE);
        }
    }

    @Test
    void rejectsEverySignatureThatDiffersInOneDigit() {
        for (int i = 0; i < HEX.length(); i++) {
            char other = HEX.charAt(i) == '0' ? '1' : '0';
            String changed = HEX.substring(0, i) + other + HEX.substring(i + 1);
            assertThat(problem(PING, "hmacsha256=" + changed)).isEqualTo(Problem.WRONG_SIGNATURE);
        }
    }

    @Test
    void rejectsACutBodyAnEmptyOneAndAnotherSecret() {
        byte[] cut = Arrays.copyOf(PING, PING.length - 1);

        assertThat(problem(cut, "hmacsha256=" + HEX)).isEqualTo(Problem.WRONG_SIGNATURE);
        assertThat(problem(new byte[0], "hmacsha256=" + HEX)).isEqualTo(Problem.WRONG_SIGNATURE);
        assertThat(problem(PING, WebhookSigner.of("another secret").sign(PING))).isEqualTo(Problem.WRONG_SIGNATURE);
    }

    /** What is not genuine is not parsed: the same body is unreadable only with the right signature. */
    @Test
    void doesNotParseWhatIsNotGenuine() {
        byte[] body = bytes("{not JSON");

        assertThat(problem(body, "hmacsha256=" + HEX)).isEqualTo(Problem.WRONG_SIGNATURE);
        assertThat(problem(body, WebhookSigner.of(SECRET).sign(body))).isEqualTo(Problem.UNREADABLE_EVENT);
    }

    @Test
    void signsTheBytesThatWereReceivedWhateverTheyAre() {
        byte[] marked = bytes("\uFEFF{\"data\":{\"type\":\"webhookPingCreated\"}}");
        byte[] notUtf8 = {'{', '"', (byte) 0xC3, '"', '}'};
        WebhookSigner signer = WebhookSigner.of(SECRET);

        assertThat(verifier.verify(marked, signer.sign(marked)).json()).startsWith("{\"data\"");
        assertThat(problem(marked, "hmacsha256=" + HEX)).isEqualTo(Problem.WRONG_SIGNATURE);
        assertThat(problem(notUtf8, signer.sign(notUtf8))).isEqualTo(Problem.UNREADABLE_EVENT);
        assertThat(problem(new byte[0], signer.sign(new byte[0]))).isEqualTo(Problem.UNREADABLE_EVENT);
    }

    @Test
    void acceptsOldAndNewSecretWhileOneIsReplaced() {
        WebhookVerifier both = WebhookVerifier.of("new", "old");
        WebhookVerifier three = WebhookVerifier.of(List.of("newest", "new", "old"));

        for (String secret : List.of("old", "new")) {
            String signature = WebhookSigner.of(secret).sign(PING);
            assertThat(both.verify(PING, signature).type()).isEqualTo("webhookPingCreated");
            assertThat(three.verify(PING, signature).type()).isEqualTo("webhookPingCreated");
        }
        assertThatCode(() -> both.requireGenuine(PING, WebhookSigner.of("older").sign(PING)))
                .isInstanceOf(InvalidWebhookException.class);
    }

    @Test
    void secretsAreUtf8() {
        String secret = "pä55 wörd \uD83D\uDD11";

        assertThat(WebhookVerifier.of(secret)
                        .verify(PING, WebhookSigner.of(secret).sign(PING))
                        .type())
                .isEqualTo("webhookPingCreated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from a file\n", "from a file\r\n", "\nfrom a file"})
    void rejectsSecretsThatCannotBeMeant(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookVerifier.of(secret))
                .withMessageNotContaining("from a file\n")
                .withMessageMatching("The secret of a webhook (is empty|begins or ends with a line break).*\\.");
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of("right", secret));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSigner.of(secret));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of(List.of()));
    }

    @Test
    void rejectsABodyAboveTheLimitBeforeItsSignatureIsComputed() throws IOException {
        WebhookVerifier small = verifier.withMaxBodyBytes(PING.length);
        byte[] longer = Arrays.copyOf(PING, PING.length + 1);

        assertThat(small.readBody(new ByteArrayInputStream(PING))).isEqualTo(PING);
        assertThat(small.verify(PING, "hmacsha256=" + HEX).type()).isEqualTo("webhookPingCreated");
        InvalidWebhookException e =
                catchThrowableOfType(InvalidWebhookException.class, () -> small.verify(longer, "hmacsha256=" + HEX));
        assertThat(e.problem()).isEqualTo(Problem.BODY_TOO_LARGE);
        assertThat(e.httpStatus()).isEqualTo(413);
        ByteArrayInputStream stream = new ByteArrayInputStream(new byte[1000]);
        assertThat(catchThrowableOfType(InvalidWebhookException.class, () -> small.readBody(stream))
                        .problem())
                .isEqualTo(Problem.BODY_TOO_LARGE);
        assertThat(stream.available()).isEqualTo(1000 - PING.length - 1);
        assertThat(verifier.maxBodyBytes()).isEqualTo(1024 * 1024);
        assertThatIllegalArgumentException().isThrownBy(() -> verifier.withMaxBodyBytes(0));
    }

    @Test
    void noMessageAndNoTextHasSecretSignatureOrBody() {
        String signature = WebhookSigner.of(SECRET).sign(bytes("content"));

        for (String header : new String[] {null, "", HEX, signature}) {
            InvalidWebhookException e = catchThrowableOfType(
                    InvalidWebhookException.class, () -> verifier.verify(bytes("{\"content\": 1}"), header));
            assertThat(e.getMessage()).endsWith(".").doesNotContain(SECRET, HEX, "{", signature.substring(12));
            assertThat(e.httpStatus()).isEqualTo(401);
        }
        assertThat(verifier + " " + WebhookSigner.of(SECRET))
                .isEqualTo("WebhookVerifier[secrets=1, maxBodyBytes=1048576] WebhookSigner[secret=masked]");
    }

    private Problem problem(byte[] body, @Nullable String header) {
        return catchThrowableOfType(InvalidWebhookException.class, () -> verifier.verify(body, header))
                .problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
