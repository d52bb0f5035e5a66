package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.delete(out().resolve("development.cer"));
        sandbox.on("POST", "/v1/certificates").failNext(409);

        assertThat(ensure().exitCode()).isEqualTo(1);
        assertThat(Files.readAllBytes(out().resolve("development.key"))).isEqualTo(key);
    }

    @Test
    void whatNoKeyCanMakeIsSaid() {
        Program run = ensure("--type", "MAC_APP_DIRECT");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Developer ID certificates can be made by the Account Holder only");
        assertThat(writes()).isZero();
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
