package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever interrupts a run, no key is lost and no certificate requested twice.
 *
 * <p>The keys are elliptic and lie in the folder as pending before a run, because RSA keys take long to generate.
 */
class InterruptedEnsureTest {

    private static final CertificateType TYPE = CertificateType.DEVELOPMENT;
    private static final EnsureRequest REQUEST =
            EnsureRequest.of("com.example.harbour", ProfileType.IOS_APP_DEVELOPMENT);

    private final Sandbox sandbox =
            Sandbox.builder().clock(Clock.fixed(TestPki.NOW, ZoneOffset.UTC)).start();
    private final List<String> changes = new ArrayList<>();
    private final Signing signing = Signing.of(sandbox.client()).withListener(changes::add);

    @TempDir
    private Path folder;

    private SigningFolder files;

    @BeforeEach
    void open() throws IOException {
        files = SigningFolder.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
        sandbox.close();
    }

    private byte[] pending() throws IOException {
        byte[] pem = SigningKey.generateP256().toPem().getBytes(StandardCharsets.US_ASCII);
        files.write("development.key.pending", pem);
        return pem;
    }

    private void ensure() throws IOException {
        signing.ensure(REQUEST, files);
    }

    private List<Certificate> certificates() {
        return sandbox.client().certificates().list(q -> q.filterCertificateType(TYPE)).stream()
                .filter(each -> String.valueOf(each.name()).contains("Created via API"))
                .toList();
    }

    private void revokeAll() {
        certificates()
                .forEach(each ->
                        sandbox.client().certificates().delete(each.id()).execute());
    }

    private void assertPair() throws IOException {
        assertThat(SigningAssets.in(files).identity(TYPE)).isPresent();
    }

    @Test
    void aCertificateThatAppleRefusesLeavesTheOldKeyInUse() throws IOException {
        byte[] key = pending();
        ensure();
        revokeAll();
        pending();
        sandbox.on("POST", "/v1/certificates").failNext(409);

        assertThatThrownBy(this::ensure).isInstanceOf(AscException.class);
        assertThat(folder.resolve("development.key")).hasBinaryContent(key);
    }

    @Test
    void aNewPairKeepsTheKeyBeforeIt() throws IOException {
        byte[] key = pending();
        ensure();
        revokeAll();
        pending();
        ensure();

        assertThat(folder.resolve("development.key.old1")).hasBinaryContent(key);
        assertPair();
    }

    @Test
    void aCertificateWhoseResponseWasLostIsFoundAndNotMadeTwice() throws IOException {
        pending();
        sandbox.on("POST", "/v1/certificates").dropNextResponse();

        assertThatThrownBy(this::ensure).isInstanceOf(AscException.class);
        ensure();
        assertThat(changes).anyMatch(each -> each.startsWith("Found the certificate "));
        assertThat(certificates()).hasSize(1);
        assertPair();
    }

    @Test
    void aKeyWhoseRequestFailedIsSentAgainAndNeverOverwritten() throws IOException {
        byte[] key = pending();
        sandbox.on("POST", "/v1/certificates").failNext(2, 500);

        assertThatThrownBy(this::ensure).isInstanceOf(AscException.class);
        assertThatThrownBy(this::ensure).isInstanceOf(AscException.class);
        assertThat(folder.resolve("development.key.pending")).hasBinaryContent(key);

        ensure();
        assertThat(folder.resolve("development.key")).hasBinaryContent(key);
        assertPair();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"!!!\"", "\"AAAA\"", "null", "\"\"", "OTHER"})
    void aDamagedCertificateIsNotWritten(String content) throws IOException {
        pending();
        String other = sandbox.client().certificates().list().iterator().next().certificateContent();
        sandbox.on("POST", "/v1/certificates")
                .answerNext(Answer.json(
                        201,
                        "{\"data\": {\"type\": \"certificates\", \"id\": \"X\", \"attributes\": {\"certificateContent\": "
                                + content.replace("OTHER", "\"" + other + "\"") + "}}}"));

        assertThatThrownBy(this::ensure)
                .isInstanceOf(SigningException.class)
                .hasMessageStartingWith("Apple's response holds no certificate for the key that was sent.");
        assertThat(files.names()).containsExactly("development.key.pending");
        ensure();
        assertPair();
    }

    @Test
    void aPairThatCannotBeWrittenIsCompletedByTheNextRun() throws IOException {
        pending();
        Path blocked = Files.createDirectories(folder.resolve("development.cer").resolve("x"));

        assertThatThrownBy(this::ensure).isInstanceOf(FileSystemException.class);
        try (var all = Files.list(folder)) {
            assertThat(all).noneMatch(file -> file.getFileName().toString().startsWith(".new"));
        }

        Files.delete(blocked);
        Files.delete(blocked.getParent());
        ensure();
        assertThat(changes).anyMatch(each -> each.startsWith("Found the certificate "));
        assertThat(certificates()).hasSize(1);
        assertPair();
    }

    @Test
    void aKeyThatIsNotThatOfTheCertificateIsNoticed() throws IOException {
        byte[] first = pending();
        ensure();
        revokeAll();
        pending();
        ensure();
        files.write("development.key", first);
        byte[] third = pending();
        ensure();

        assertPair();
        assertThat(folder.resolve("development.key")).hasBinaryContent(third);
        assertThat(folder.resolve("development.key.old2")).hasBinaryContent(first);
    }

    @Test
    void aPendingKeyThatCannotBeReadIsNamedAndKept() throws IOException {
        files.write("development.key.pending", "-----BEGIN RSA".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(this::ensure)
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("development.key.pending of an earlier run cannot be used");
        assertThat(folder.resolve("development.key.pending")).hasContent("-----BEGIN RSA");
        assertThat(certificates()).isEmpty();
    }
}
