package io.github.ascjava.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The notices and certificates were made with OpenSSL; README.txt beside them says how. */
class CompletionNoticeTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void aGenuineNoticeIsRead() throws Exception {
        CompletionNotice notice = verifier("root.crt").verify(bytes("notice.json"));

        assertThat(notice.submissionId()).isEqualTo("2efe2717-52ef-43a5-96dc-0797e4ca1041");
        assertThat(notice.teamId()).isEqualTo("X8NNQ9CYL2");
        assertThat(notice.event()).isEqualTo("processing-complete");
        assertThat(notice.completedTime()).isEqualTo(OffsetDateTime.parse("2026-11-30T10:02:03.456Z"));
        assertThat(CompletionNotice.parse(bytes("notice.json"))).isEqualTo(notice);
    }

    @Test
    void aChangedPayloadIsRejected() throws Exception {
        String changed = text("notice.json").replace("2efe2717", "3efe2717");
        assertThatThrownBy(() -> verifier("root.crt").verify(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("does not fit");
        assertThat(CompletionNotice.parse(changed.getBytes(StandardCharsets.UTF_8))
                        .submissionId())
                .startsWith("3efe2717");
    }

    @Test
    void anotherRootIsRejected() {
        assertThatThrownBy(() -> verifier("other-root.crt").verify(bytes("notice.json")))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("do not lead to the trusted root");
    }

    @Test
    void certificatesThatAreNotValidNowAreRejected() throws Exception {
        CompletionNoticeVerifier later =
                verifier("root.crt").withClock(Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC));
        assertThatThrownBy(() -> later.verify(bytes("notice.json")))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("not valid now");
    }

    @Test
    void theSignerCanBeRequired() throws Exception {
        CompletionNoticeVerifier strict = verifier("root.crt")
                .requireSigner(cert -> cert.getSubjectX500Principal().getName().contains("CN=Notary Service"));
        assertThat(strict.verify(bytes("notice.json"))).isNotNull();
        assertThatThrownBy(() -> strict.requireSigner(cert -> false).verify(bytes("notice.json")))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("required");
    }

    @Test
    void whatIsNoNoticeIsRejectedInOneSentence() throws Exception {
        for (String body : new String[] {
            "",
            "null",
            "[]",
            "{}",
            "{\"payload\":1}",
            "{\"payload\":\"{}\",\"signature\":\"x\",\"cert_chain\":\"\"}",
            "{\"payload\":\"{\",\"signature\":\"x\",\"cert_chain\":\"!!\"}",
            "{\"payload\":\"{}\",\"signature\":\"TUU=\",\"cert_chain\":\"TUU=\"}"
        }) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> verifier("root.crt").verify(bytes))
                    .as(body)
                    .isInstanceOf(InvalidNoticeException.class);
            assertThatThrownBy(() -> CompletionNotice.parse(bytes)).as(body).isInstanceOf(InvalidNoticeException.class);
        }
        assertThatThrownBy(() -> CompletionNotice.parse(new byte[300_000]))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("256 KiB");
    }

    private static CompletionNoticeVerifier verifier(String root) throws GeneralSecurityException, IOException {
        try (InputStream pem = stream(root)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return CompletionNoticeVerifier.of(certificate).withClock(NOW);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(CompletionNoticeTest.class.getResourceAsStream("notice/" + name));
    }
}
