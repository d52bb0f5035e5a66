package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
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
    void aCertificateWhoseResponseWasLostIsFoundAndNotMadeTwice() throws IOException, GeneralSecurityException {
        sandbox.on("POST", "/v1/certificates").dropNextResponse();

        assertThat(ensure().exitCode()).isEqualTo(1);
        assertThat(ensure().out()).startsWith("Found the certificate ");
        assertThat(certificates()).hasSize(1);
        assertPair();
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

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void developerIdIsStoppedBeforeTheFirstRequest() {
        Program run = ensure("--type", "MAC_APP_DIRECT");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Developer ID certificates can be made by the Account Holder only, on the website")
                .contains("asc signing request DEVELOPER_ID_APPLICATION")
                .hasLineCount(1);
        assertThat(sandbox.requests()).isEmpty();
        assertThat(ensure("--type", "IOS_APP_INHOUSE").err()).startsWith("--type cannot be IOS_APP_INHOUSE.");
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

    @Test
    void revokeShowsWhatItBreaksAndAsks() {
        ensure();
        String id = certificates().get(0).id();
        long before = writes();

        Program asked = answering("n", "signing", "revoke", id);
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out()).containsPattern(id + " .* DEVELOPMENT .* com.example.harbour IOS_APP_DEVELOPMENT");
        assertThat(asked.err()).contains("Revoke this certificate? [y/N]").contains("Nothing was changed.");
        assertThat(writes()).isEqualTo(before);

        assertThat(run("signing", "revoke", id, "--yes").out()).contains("Revoked the certificate " + id);
        assertThat(certificates()).isEmpty();
        assertThat(run("signing", "revoke", id, "--yes").err())
                .startsWith("Apple lists no certificate with the ID " + id)
                .hasLineCount(1);
        assertThat(run("signing", "revoke").exitCode()).isEqualTo(2);
        assertThat(run("signing", "revoke", id, "--expired").exitCode()).isEqualTo(2);
    }

    @Test
    void downloadWritesProfilesAndCertificates() throws IOException {
        Program run = run("signing", "download", "--out", out().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(names())
                .contains("trail-ledger-development.mobileprovision")
                .anyMatch(name -> name.endsWith(".cer"));
    }

    @Test
    void whatEnsureMadeIsInspectedAndExportedForKeychains() throws IOException {
        ensure();
        Path p12 = folder.resolve("development.p12");
        String password = file("password", "correct horse\n");

        Program profile = run(
                "signing",
                "inspect",
                out().resolve("com.example.harbour-ios_app_development.mobileprovision")
                        .toString());
        assertThat(profile.exitCode()).isZero();
        assertThat(profile.out())
                .containsPattern("App +com.example.harbour\n")
                .containsPattern("Kind +development for iOS\n")
                .containsPattern("Valid until +2027-11-24T12:00:00Z, valid\n")
                .containsPattern("Signature +intact, by .* \\(issuer not checked: no root certificate was given\\)\n")
                .containsPattern("Device +00008");

        Program export = run(
                "signing",
                "export",
                "development",
                p12.toString(),
                "--from",
                out().toString(),
                "--for",
                "macos",
                "--password-file",
                password);
        assertThat(export.exitCode()).isZero();
        assertThat(export.err()).contains("because macOS 13 and 14 import nothing newer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(p12)))
                .isEqualTo("rw-------");
        assertThat(run("signing", "inspect", p12.toString(), "--password-file", password)
                        .out())
                .containsPattern("Identity +Apple Development: Created via API")
                .containsPattern("Key +SigningKey\\[RSA 2048\\]");

        Program wrong = run("signing", "inspect", p12.toString());
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).isEqualToIgnoringNewLines("The file " + p12 + " needs a password, or is damaged.");

        Path other = folder.resolve("other");
        assertThat(run("signing", "import", p12.toString(), "--password-file", password, "--out", other.toString())
                        .out())
                .startsWith("Took over Apple Development: Created via API");
        assertThat(other.resolve("development.key")).hasSameBinaryContentAs(out().resolve("development.key"));
        assertThat(run("signing", "export", "development", p12.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aProfileThatWasChangedIsTold() throws IOException {
        run("signing", "download", "--out", out().toString());
        String profile =
                out().resolve("trail-ledger-development.mobileprovision").toString();
        Path changed = Files.write(
                folder.resolve("changed"),
                new String(Files.readAllBytes(Path.of(profile)), StandardCharsets.ISO_8859_1)
                        .replace("trailledger", "trailladger")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Program run = run("signing", "inspect", changed.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("broken: the content is not what was signed");
    }

    @Test
    void aRequestForTheWebsiteKeepsItsKey() throws IOException {
        Program run = run("signing", "request", "developer_id_application", "--out", out().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(names()).containsExactlyInAnyOrder(".lock", "developer_id_application.key.pending");
        assertThat(run("signing", "request", "OTHER").exitCode()).isEqualTo(2);
    }

    @Test
    void filesThatAreNotOfUseAreNamedInOneSentence() {
        String text = file("x.p12", "hello");

        assertThat(run("signing", "import", folder.resolve("none").toString()).err())
                .isEqualToIgnoringNewLines("The file " + folder.resolve("none") + " does not exist.");
        assertThat(run("signing", "inspect", text).err())
                .isEqualToIgnoringNewLines("The file " + text
                        + " is not a profile, a PKCS#12 file, a certificate, a key or an .ipa archive.");
        assertThat(run("signing", "inspect", text, "--password-env", "NOT_SET").err())
                .isEqualToIgnoringNewLines("The variable NOT_SET is not set, or is empty.");
        assertThat(out()).doesNotExist();
    }
}
