package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.testing.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCommandsTest extends SandboxedTest {

    private Path out() {
        return folder.resolve("signing");
    }

    private Program ensure(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("signing", "ensure", "com.example.harbour", "--out", out().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return run(arguments);
    }

    @Test
    void ensureMakesAllThatIsMissingAndWritesItForItsOwnerOnly() throws IOException {
        Program run = ensure("--capability", "PUSH_NOTIFICATIONS");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replace(folder + "/", "")).isEqualToNormalizingNewlines("""
                        Made the identifier com.example.harbour.
                        Switched PUSH_NOTIFICATIONS on.
                        Made the certificate Apple Development: Created via API, in signing/development.cer.
                        Made the profile com.example.harbour IOS_APP_DEVELOPMENT.
                        The profile is in signing/com.example.harbour-ios_app_development.mobileprovision.
                        """);
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "development.key",
                            "development.cer",
                            ".lock",
                            "com.example.harbour-ios_app_development.mobileprovision");
        }
        for (String name : List.of("development.key", "development.cer")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out().resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theCertificateIsForTheKeyThatWasWritten() throws IOException, GeneralSecurityException {
        ensure();

        assertPair();
    }

    private void assertPair() throws IOException, GeneralSecurityException {
        RSAPublicKey certified = (RSAPublicKey) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(out().resolve("development.cer"))))
                .getPublicKey();
        byte[] key;
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(out().resolve("development.key")))) {
            key = ((PEMKeyPair) parser.readObject()).getPrivateKeyInfo().getEncoded();
        }
        RSAPrivateCrtKey kept =
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(kept);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void ensuringTwiceMakesNothingTwice() {
        ensure("--capability", "PUSH_NOTIFICATIONS");
        long before = writes();

        Program run = ensure("--capability", "PUSH_NOTIFICATIONS");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).singleElement().asString().startsWith("The profile is in ");
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void aDryRunShowsEveryStepAndLeavesNoFile() {
        Program run = ensure("--dry-run");

        assertThat(run.out())
                .contains("POST /v1/bundleIds", "POST /v1/certificates", "POST /v1/profiles", "\"id\" : \"dry-run-1\"");
        assertThat(writes()).isZero();
        assertThat(out()).doesNotExist();
    }

    @Test
    void aCertificateThatAppleRefusesLeavesTheOldKeyInUse() throws IOException {
        ensure();
        byte[] key = Files.readAllBytes(out().resolve("development.key"));
        revoke();
        sandbox.on("POST", "/v1/certificates").failNext(409);

        assertThat(ensure().exitCode()).isEqualTo(1);
        assertThat(Files.readAllBytes(out().resolve("development.key"))).isEqualTo(key);
    }

    @Test
    void aNewPairKeepsTheKeyBeforeIt() throws IOException, GeneralSecurityException {
        ensure();
        byte[] key = Files.readAllBytes(out().resolve("development.key"));
        revoke();

        assertThat(ensure().exitCode()).isZero();
        assertThat(Files.readAllBytes(out().resolve("development.key.old1"))).isEqualTo(key);
        assertPair();
    }

    @Test
    void aCertificateWhoseResponseWasLostIsFoundAndNotMadeTwice() throws IOException, GeneralSecurityException {
        sandbox.on("POST", "/v1/certificates").dropNextResponse();

        assertThat(ensure().exitCode()).isEqualTo(1);
        assertThat(ensure().out()).startsWith("Found the certificate ");
        assertThat(certificates()).hasSize(1);
        assertPair();
    }

    @Test
    void aKeyWhoseRequestFailedIsSentAgainAndNeverOverwritten() throws IOException, GeneralSecurityException {
        sandbox.on("POST", "/v1/certificates").failNext(2, 500);

        assertThat(ensure().exitCode()).isEqualTo(1);
        byte[] key = Files.readAllBytes(out().resolve("development.key.pending"));
        assertThat(ensure().exitCode()).isEqualTo(1);
        assertThat(Files.readAllBytes(out().resolve("development.key.pending"))).isEqualTo(key);

        assertThat(ensure().exitCode()).isZero();
        assertThat(Files.readAllBytes(out().resolve("development.key"))).isEqualTo(key);
        assertPair();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"!!!\"", "\"AAAA\"", "null", "\"\"", "OTHER"})
    void aDamagedCertificateIsNotWritten(String content) throws IOException, GeneralSecurityException {
        String other = sandbox.client().certificates().list().iterator().next().certificateContent();
        sandbox.on("POST", "/v1/certificates")
                .answerNext(Answer.json(
                        201,
                        "{\"data\": {\"type\": \"certificates\", \"id\": \"X\", \"attributes\": {\"certificateContent\": "
                                + content.replace("OTHER", "\"" + other + "\"") + "}}}"));

        Program run = ensure();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Apple's response holds no certificate for the key that was sent.")
                .hasLineCount(1);
        assertThat(names()).containsExactlyInAnyOrder(".lock", "development.key.pending");
        assertThat(ensure().exitCode()).isZero();
        assertPair();
    }

    @Test
    void aPairThatCannotBeWrittenIsCompletedByTheNextRun() throws IOException, GeneralSecurityException {
        Path blocked = Files.createDirectories(out().resolve("development.cer").resolve("x"));

        Program run = ensure();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1);
        assertThat(names()).noneMatch(name -> name.startsWith(".new"));

        Files.delete(blocked);
        Files.delete(blocked.getParent());
        assertThat(ensure().out()).startsWith("Found the certificate ");
        assertThat(certificates()).hasSize(1);
        assertPair();
    }

    @Test
    void aKeyThatIsNotThatOfTheCertificateIsNoticed() throws IOException, GeneralSecurityException {
        ensure();
        Path key = out().resolve("development.key");
        byte[] first = Files.readAllBytes(key);
        revoke();
        ensure();
        byte[] second = Files.readAllBytes(key);
        Files.write(key, first);

        assertThat(ensure().exitCode()).isZero();
        assertPair();
        assertThat(Files.readAllBytes(key)).isNotEqualTo(first).isNotEqualTo(second);
        assertThat(Files.readAllBytes(out().resolve("development.key.old2"))).isEqualTo(first);
    }

    @Test
    void aPendingKeyThatCannotBeReadIsNamedAndKept() throws IOException {
        Path pending =
                Files.writeString(Files.createDirectories(out()).resolve("development.key.pending"), "-----BEGIN RSA");

        Program run = ensure();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("development.key.pending of an earlier run cannot be used")
                .hasLineCount(1);
        assertThat(pending).hasContent("-----BEGIN RSA");
        assertThat(certificates()).isEmpty();
    }

    @Test
    void twoRunsDoNotWorkInOneFolder() throws IOException {
        Files.createDirectories(out());
        try (FileChannel channel =
                        FileChannel.open(out().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Program run = ensure();

            assertThat(lock.isValid()).isTrue();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("Another run is working in the folder ");
            assertThat(certificates()).isEmpty();
        }
        assertThat(ensure().exitCode()).isZero();
    }

    private List<Certificate> certificates() {
        return sandbox.client().certificates().list(q -> q.filterCertificateType(CertificateType.DEVELOPMENT)).stream()
                .filter(certificate -> String.valueOf(certificate.name()).contains("Created via API"))
                .toList();
    }

    private void revoke() {
        certificates()
                .forEach(each ->
                        sandbox.client().certificates().delete(each.id()).execute());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whatNoKeyCanMakeIsSaid() {
        Program run = ensure("--type", "MAC_APP_DIRECT");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--type cannot be MAC_APP_DIRECT. Possible are: IOS_APP_ADHOC, ");
        assertThat(run("signing", "ensure", "--help").out()).contains("Developer ID certificates can be made by");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void checkListsWhatExpiresAndWhatIsInvalid() {
        Program run = run("signing", "check", "--days", "45");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("Trail Ledger Development .* INVALID")
                .containsPattern("Trail Ledger App Store .* expires 2026-12-1\\d, certificate Apple Distribution");
        assertThat(run.err()).contains("2 of 7 profiles need attention.");
    }

    @Test
    void nothingToDoIsExitCodeZero() {
        run("signing", "renew", "Trail Ledger Development", "--yes");

        Program run = run("signing", "check", "--days", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("0 of 7 profiles need attention.");
    }

    @Test
    void renewMakesInvalidProfilesAnewAndWritesThem() throws IOException {
        Program run = run("signing", "renew", "Trail Ledger Development", "--yes", "--out", out().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Trail Ledger Development is made anew, and valid until ");
        assertThat(Files.size(out().resolve("trail-ledger-development.mobileprovision")))
                .isPositive();
        assertThat(run("signing", "check", "--all", "--days", "1", "--csv").out())
                .containsPattern(
                        "\"?Trail Ledger Development\"?,IOS_APP_DEVELOPMENT,com.example.trailledger,[0-9-\"]+,\n");
    }

    @Test
    void renewAsksBeforeItDeletes() {
        Program run = answering("n", "signing", "renew", "Trail Ledger Development");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Delete [Trail Ledger Development] and make them anew? [y/N]");
        assertThat(writes()).isZero();
    }
}
