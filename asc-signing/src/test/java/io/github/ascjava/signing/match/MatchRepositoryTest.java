package io.github.ascjava.signing.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.signing.ProfileKind;
import io.github.ascjava.signing.SigningException;
import io.github.ascjava.signing.SigningFolder;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.match.internal.MatchCipher;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a repository that Ruby's OpenSSL library and the command {@code openssl} have written (make.sh). */
class MatchRepositoryTest {

    private static final String PASSPHRASE = "match pass'phrase é";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String KEY = "certs/distribution/NEWER00001.p12";

    @TempDir
    static Path made;

    @TempDir
    Path base;

    private Path folder = Path.of("unset");

    /** The keys are new each time, so that none is committed. */
    @BeforeAll
    static void makeSample() throws IOException, InterruptedException, URISyntaxException {
        for (String program : List.of("bash", "openssl", "ruby")) {
            assumeTrue(MatchToolsTest.isInstalled(program), program + " is not installed");
        }
        Path script = Path.of(Objects.requireNonNull(MatchRepositoryTest.class.getResource("make.sh"))
                .toURI());
        Process process = new ProcessBuilder("bash", script.toString(), made.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @BeforeEach
    void copySample() throws IOException {
        folder = base.resolve("match");
        try (Stream<Path> all = Files.walk(made)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(made.relativize(each).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(each, target);
            }
        }
    }

    private MatchContents read() throws IOException {
        return MatchRepository.of(folder).read(PASSPHRASE.toCharArray());
    }

    @Test
    void bothEncryptionsWithEitherDigestAreRead() throws IOException {
        MatchContents contents = read();

        assertThat(contents.problems()).isEmpty();
        assertThat(contents.identities())
                .extracting(
                        MatchIdentity::id,
                        MatchIdentity::kind,
                        each -> each.identity().name())
                .containsExactly(
                        tuple(
                                "imported",
                                MatchKind.DEVELOPER_ID_APPLICATION,
                                "Developer ID Application: Example (A1B2C3D4E5)"),
                        tuple("DEVELOP001", MatchKind.DEVELOPMENT, "Apple Development: Erin Example (B2C3D4E5F6)"),
                        tuple("NEWER00001", MatchKind.DISTRIBUTION, "Apple Distribution: Example (A1B2C3D4E5)"),
                        tuple("OLDER00002", MatchKind.DISTRIBUTION, "Apple Distribution: Example (A1B2C3D4E5)"));
        assertThat(contents.profiles())
                .extracting(
                        MatchProfile::fileName,
                        each -> each.profile().name(),
                        each -> each.profile().kind())
                .containsExactly(
                        tuple(
                                "AppStore_com.example.app.mobileprovision",
                                "match AppStore com.example.app",
                                ProfileKind.APP_STORE),
                        tuple(
                                "Development_com.example.app.mobileprovision",
                                "match Development com.example.app",
                                ProfileKind.APP_STORE));
    }

    @Test
    void developerIdIsForTheAccountHolderOnly() throws IOException {
        assertThat(read().identities())
                .filteredOn(each -> !each.kind().isRenewableByApiKey())
                .extracting(MatchIdentity::id)
                .containsExactly("imported");
    }

    @Test
    void anotherPassphraseIsToldInOneSentence() {
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> MatchRepository.of(folder).read("another".toCharArray()))
                .withMessageMatching("The passphrase opens none of the encrypted files in .* \\(10\\)\\. Take .*");
    }

    @Test
    void aBucketHasAFolderPerTeamAndMayBePlain() throws IOException {
        Path team = base.resolve("bucket/A1B2C3D4E5");
        Files.createDirectories(team.getParent());
        Files.move(folder, team);
        folder = team;
        for (String file : List.of(KEY, "certs/distribution/NEWER00001.cer")) {
            write(file, decrypt(bytes(file), PASSPHRASE));
        }
        folder = base.resolve("bucket");

        assertThat(read().identities()).hasSize(4);
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void aCutFileIsToldAndTheRestIsRead() throws IOException {
        byte[] key = bytes(KEY);
        write(KEY, Arrays.copyOf(key, key.length / 2));

        MatchContents contents = read();

        assertThat(contents.problems()).hasSize(2);
        assertThat(contents.problems().get(0)).startsWith(KEY + " ").endsWith(".");
        assertThat(contents.problems().get(1))
                .isEqualTo("certs/distribution/NEWER00001.cer has no key that can be used beside it (" + KEY + ").");
        assertThat(contents.identities()).hasSize(3);
    }

    @Test
    void aChangedByteInAKeyOfTheOlderFormIsNoticed() throws IOException {
        String file = "certs/development/DEVELOP001.p12";
        byte[] content = bytes(file);
        content[700] = (byte) (content[700] == 'A' ? 'B' : 'A');
        write(file, content);

        assertThat(read().problems()).hasSize(2).first().asString().startsWith(file);
    }

    @Test
    void aChangedByteInAProfileOfTheOlderFormIsNoticed() throws IOException {
        String file = "profiles/development/Development_com.example.app.mobileprovision";
        byte[] content = bytes(file);
        content[900] = (byte) (content[900] == 'A' ? 'B' : 'A');
        write(file, content);

        assertThat(read().problems()).singleElement().asString().startsWith(file);
    }

    @Test
    void aKeyOfAnotherCertificateIsNoticed() throws IOException {
        write(KEY, bytes("certs/distribution/OLDER00002.p12"));

        assertThat(read().problems())
                .containsExactly(KEY + " is not the key of the certificate certs/distribution/NEWER00001.cer.");
    }

    @Test
    void emptyAndForeignFilesAreTold() throws IOException {
        write("certs/distribution/EMPTY00003.cer", new byte[0]);
        write("profiles/appstore/foreign.mobileprovision", "no profile".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder.resolve("certs/unknown"));
        write("certs/unknown/NEWER00001.cer", bytes("certs/distribution/NEWER00001.cer"));

        assertThat(read().problems())
                .containsExactlyInAnyOrder(
                        "certs/distribution/EMPTY00003.cer is empty.",
                        "certs/unknown/NEWER00001.cer is in a folder that fastlane match does not have.",
                        "profiles/appstore/foreign.mobileprovision is not a signed message (CMS), or is damaged or"
                                + " incomplete.");
    }

    @Test
    void anotherFolderIsRejected() {
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> MatchRepository.of(base.resolve("nothing")).read(new char[0]))
                .withMessageContaining("is not one of fastlane match");
    }

    @Test
    void theNewestOfEachTypeIsImportedUnderTheNamesOfEnsure() throws IOException {
        try (SigningFolder place = SigningFolder.open(base.resolve("place"))) {
            MatchContents.Imported imported = read().importInto(place, NOW);

            assertThat(place.names())
                    .containsExactlyInAnyOrder(
                            "AppStore_com.example.app.mobileprovision",
                            "Development_com.example.app.mobileprovision",
                            "developer_id_application.cer",
                            "developer_id_application.key",
                            "development.cer",
                            "development.key",
                            "distribution.cer",
                            "distribution.key");
            assertThat(imported.imported()).hasSize(5);
            assertThat(imported.skipped())
                    .containsExactly("The certificate OLDER00002 (Apple Distribution: Example (A1B2C3D4E5)) ends before"
                            + " NEWER00001, which is of the same type.");
            assertThat(place.read("distribution.cer").orElseThrow())
                    .isEqualTo(decrypt(bytes("certs/distribution/NEWER00001.cer"), PASSPHRASE));
        }
    }

    @Test
    void whatHasExpiredIsLeftOut() throws IOException {
        try (SigningFolder place = SigningFolder.open(base.resolve("place"))) {
            MatchContents.Imported imported = read().importInto(place, Instant.parse("2200-01-01T00:00:00Z"));

            assertThat(place.names()).isEmpty();
            assertThat(imported.skipped()).hasSize(6).allMatch(text -> text.endsWith("has expired."));
        }
    }

    @Test
    void theWildcardOfAnIdentifierBecomesAWord() throws IOException {
        Files.move(
                folder.resolve("profiles/appstore/AppStore_com.example.app.mobileprovision"),
                folder.resolve("profiles/appstore/AppStore_com.example.*.mobileprovision"));
        try (SigningFolder place = SigningFolder.open(base.resolve("place"))) {
            read().importInto(place, NOW);

            assertThat(place.names()).contains("AppStore_com.example.wildcard.mobileprovision");
        }
    }

    private static byte[] decrypt(byte[] file, String passphrase) {
        try {
            return MatchCipher.decrypt(file, passphrase.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    private void write(String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), content);
    }
}
