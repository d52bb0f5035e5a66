package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the file itself rather than its content. */
@SuppressWarnings("NullAway") // Users without NullAway do pass null.
class KeyFileTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final String NEEDED = " Expected the AuthKey_<key ID>.p8 file that App Store Connect offered for"
            + " download when the key was created, or its text.";
    private static final TestKey KEY = TestKey.generate();

    @Test
    void theNameThatAppleGaveTellsTheKeyId(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());

        assertThat(ApiKey.team(ISSUER_ID, file).keyId()).isEqualTo("2X9R4HXF34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key.p8", "AuthKey_2X9R4HXF3.p8", "AuthKey_2x9r4hxf34.p8", "AuthKey_2X9R4HXF34.pem", ""})
    void anotherNameTellsNoKeyId(String name) {
        Path file = Path.of(name);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("The name of the file " + name + " does not contain the key ID. Keep the name"
                        + " AuthKey_<key ID>.p8 that Apple gave it, or pass the key ID as well.");
    }

    @Test
    void refusesTheFileOfAnotherKey(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_AAAAAAAAAA.p8"), KEY.applePem());

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team(ISSUER_ID, "BBBBBBBBBB", file))
                .withMessage("The key ID BBBBBBBBBB does not belong to the file " + file
                        + ", which Apple named for the key AAAAAAAAAA. Correct one of the two.");
    }

    @Test
    void aRenamedFileGoesWithAnyKeyId(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("release-key"), KEY.applePem());

        assertThat(ApiKey.team(ISSUER_ID, " BBBBBBBBBB\n", file).keyId()).isEqualTo("BBBBBBBBBB");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("AuthKey_2X9R4HXF34.p8");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("There is no file " + file + " (looked up as " + file
                        + "). Check the path; Apple lets a key be downloaded only once.")
                .withCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void saysWhereARelativePathWasLookedUp() {
        Path file = Path.of("nowhere", "AuthKey_2X9R4HXF34.p8");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("There is no file " + file + " (looked up as " + file.toAbsolutePath()
                        + "). Check the path; Apple lets a key be downloaded only once.");
    }

    @Test
    void namesADirectory(@TempDir Path folder) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", folder))
                .withMessage(folder + " is a directory; pass the key file in it.");
    }

    @Test
    void namesAFileThatMayNotBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "Skipped: this user, probably root, may read every file.");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("This process may not read the file " + file + ". Make it readable for this user only.")
                .withCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void namesAFileThatIsFarTooLarge(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("AuthKey_2X9R4HXF34.p8");
        Files.write(file, new byte[64 * 1024 + 1]);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("The file " + file + " is too large to be a key file. Check the path.");
    }

    @Test
    void aFileOfTheLargestSizeIsLookedInto(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("AuthKey_2X9R4HXF34.p8");
        Files.writeString(
                file, KEY.applePem() + " ".repeat(64 * 1024 - KEY.applePem().length()));

        assertThat(ApiKey.individual(file).keyId()).isEqualTo("2X9R4HXF34");
    }

    @Test
    void aFileWithoutEndIsReadNoFurtherThanAKeyFileGoes() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless), "Skipped: this system has no endless file.");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", endless))
                .withMessage("The file /dev/zero is too large to be a key file. Check the path.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "~/AuthKey_2X9R4HXF34.p8 | It begins with ~, which only a shell replaces by the home folder. Pass the"
                        + " absolute path.",
                "~ci/key.p8 | It begins with ~, which only a shell replaces by the home folder. Pass the absolute path.",
                "file:///keys/key.p8 | It is a file: URI. Pass the path alone, or Path.of(URI.create(..)).",
                "\"/keys/key.p8\" | It holds quotes, which are not part of the name. Remove them.",
                "'keys/key.p8' | It holds quotes, which are not part of the name. Remove them.",
                "$HOME/key.p8 | It holds the name of a variable, which only a shell replaces by its value. Pass the value.",
                "${KEYS}/key.p8 | It holds the name of a variable, which only a shell replaces by its value. Pass the"
                        + " value.",
                "%USERPROFILE%/k.p8 | It holds the name of a variable, which only a shell replaces by its value. Pass the"
                        + " value.",
                "`keys/key.p8 ` | It begins or ends with a blank or a line break. Remove it."
            })
    void saysWhatIsWrongWithAPath(String text, String advice) {
        Path path = Path.of(text);

        for (ThrowingCallable load :
                List.<ThrowingCallable>of(() -> ApiKey.individual("2X9R4HXF34", path), () -> ApiKey.fromJson(path))) {
            assertThatExceptionOfType(InvalidApiKeyException.class)
                    .isThrownBy(load)
                    .withMessage(
                            "There is no file " + path + " (looked up as " + path.toAbsolutePath() + "). " + advice);
        }
    }

    @Test
    void aPathThatIsNullIsNamed() {
        Path none = null;

        for (ThrowingCallable load : List.<ThrowingCallable>of(
                () -> ApiKey.team(ISSUER_ID, "2X9R4HXF34", none),
                () -> ApiKey.team(ISSUER_ID, none),
                () -> ApiKey.individual("2X9R4HXF34", none),
                () -> ApiKey.fromJson(none))) {
            assertThatExceptionOfType(InvalidApiKeyException.class)
                    .isThrownBy(load)
                    .withMessage("The path of the key file is null. Check that the setting it comes from is set.");
        }
    }

    @Test
    void namesAnEmptyFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("AuthKey_2X9R4HXF34.p8"));

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(file))
                .withMessage("The file " + file + " is empty." + NEEDED);
    }

    @Test
    void namesAJsonKeyFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), "{\"key_id\": \"2X9R4HXF34\"}");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", file))
                .withMessage(
                        "The file " + file + " is JSON; load a JSON key file with ApiKey.fromJson(path)." + NEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "rw-r--r--, '[GROUP_READ, OTHERS_READ]'",
        "rw-r-----, [GROUP_READ]",
        "rw--w----, [GROUP_WRITE]",
        "rw-----w-, [OTHERS_WRITE]"
    })
    void warnsOnceOfAFileThatOthersCanReadOrChange(String permissions, String shared, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        try (LogLines log = LogLines.capture()) {
            assertThat(ApiKey.individual(file).keyId()).isEqualTo("2X9R4HXF34");

            assertThat(log.of("WARN"))
                    .containsExactly("KeyFile - The private key file " + file + " is open to others than its owner "
                            + shared + "; run: chmod 600 " + file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx--x--x"})
    void doesNotWarnOfAFileThatIsNotPublic(String permissions, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        try (LogLines log = LogLines.capture()) {
            assertThat(ApiKey.individual(file).keyId()).isEqualTo("2X9R4HXF34");

            assertThat(log.of("WARN")).isEmpty();
        }
    }

    private static void assumePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "Skipped: this file system has no POSIX permissions.");
    }
}
