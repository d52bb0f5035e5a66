package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.TeamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where key and base URL come from: profiles, variables, or nowhere. */
class ProfilesTest extends SandboxedTest {

    private final Map<String, String> variables = new HashMap<>();
    private Path file = Path.of("");

    @BeforeEach
    void configureAProfile() throws IOException {
        file = Files.createDirectories(folder.resolve("settings/asc")).resolve("config");
        variables.put("XDG_CONFIG_HOME", folder.resolve("settings").toString());
        write("""
                # Two teams
                [work]
                key_id = %s
                issuer_id = %s
                private_key_path = ../../key/%s
                base_url = %s

                [other]
                key_id = ABCDE12345
                private_key_path = missing.p8
                """.formatted(
                sandbox.key().keyId(),
                ((TeamKey) sandbox.key()).issuerId(),
                Path.of(environment().getOrDefault("ASC_PRIVATE_KEY_PATH", "")).getFileName(),
                sandbox.baseUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--profile work users audit",
                "--profile=work users audit",
                "users --profile work audit",
                "users audit --profile work",
                "--profile other users audit --profile work"
            })
    void theOptionIsTakenBeforeAndAfterTheCommandAndTheNearestCounts(String arguments) {
        Program run = Program.run(variables, arguments.split(" ", -1));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(sandbox.requests()).isNotEmpty();
    }

    @Test
    void theVariableNamesAProfileToo() {
        variables.put("ASC_PROFILE", "work");

        assertThat(Program.run(variables, "apps").err()).isEmpty();
        assertThat(sandbox.requests()).isNotEmpty();
    }

    @Test
    void theOptionPrecedesAllVariables() {
        variables.putAll(Map.of(
                "ASC_PROFILE",
                "other",
                "ASC_KEY_ID",
                "ABCDE12345",
                "ASC_PRIVATE_KEY",
                "no key",
                "ASC_BASE_URL",
                "http://localhost:1/"));

        assertThat(Program.run(variables, "apps", "--profile", "work").err()).isEmpty();
        assertThat(sandbox.requests()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASC_KEY_ID, ABCDE12345", "ASC_PRIVATE_KEY, text", "ASC_BASE_URL, http://localhost:1/"})
    void aProfileOfTheEnvironmentBesideAKeyOfTheEnvironmentIsRejected(String name, String value) {
        variables.putAll(Map.of("ASC_PROFILE", "work", name, value));

        Program run = Program.run(variables, "apps");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("ASC_PROFILE names the profile work, but the environment also has a key or"
                        + " ASC_BASE_URL. Unset one of them, or choose the profile with --profile work.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aProfileThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThat(failure("nonesuch"))
                .isEqualTo("There is no profile nonesuch in " + file + ". There are: other, work.\n");
    }

    @Test
    void withoutAFileSaysWhichToCreate() throws IOException {
        Files.delete(file);

        assertThat(failure("work"))
                .isEqualTo("There are no profiles: " + file + " does not exist. Create it, with the mode 600.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatIsOpenToOthersIsRejected(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThat(failure("work"))
                .isEqualTo("The file " + file + " is open to others than its owner. Run: chmod 600 " + file + "\n");
    }

    @Test
    void aFileWithAPrivateKeyIsRejectedInEachForm() throws IOException {
        Path key = Path.of(environment().getOrDefault("ASC_PRIVATE_KEY_PATH", ""));
        String pem = Files.readString(key);
        String base64 = pem.replaceAll("-----[^-]+-----|\\s", "");
        for (String line :
                new String[] {"private_key = x", "key_id = " + base64, "key_id = " + pem.replace("\n", "\\n")}) {
            write("[work]\n" + line + "\n");

            assertThat(failure("work"))
                    .startsWith("The file " + file + " contains a private key. Put the key into a file of its own")
                    .doesNotContain(base64.substring(0, 20));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "key_id = A, stands above the first [PROFILE]",
        "[a]|[a], names a profile for the second time",
        "[a]|key, is neither [PROFILE] nor SETTING = VALUE",
        "[a]|nonesuch = secret, does not begin with a setting; there are key_id",
        "[a]|key_id = 1|key_id = 2, repeats a setting of its profile"
    })
    void aMistakeIsFoundByItsLine(String lines, String problem) throws IOException {
        write(lines.replace("|", "\n"));

        assertThat(failure("work"))
                .startsWith("Line " + lines.split("\\|").length + " of " + file + " " + problem)
                .doesNotContain("secret");
    }

    @Test
    void aProfileWithoutAKeyIsRejected() throws IOException {
        write("[work]\nissuer_id = 57246542-96fe-1a63-e053-0824d011072a\n");

        assertThat(failure("work")).startsWith("The profile work in " + file + " names no key. Set key_id, ");
    }

    @Test
    void aRelativePathBeginsAtTheFolderOfTheFile() {
        assertThat(failure("other")).contains(file.resolveSibling("missing.p8").toString());
    }

    @Test
    void valuesMayBeElsewhere() throws IOException {
        write(Files.readString(file)
                .replace("key_id = " + sandbox.key().keyId(), "key_id = @env:MY_KEY")
                .replace(sandbox.baseUrl(), "@file:" + file("url", sandbox.baseUrl() + "\n")));
        assertThat(failure("work"))
                .isEqualTo("The setting key_id of the profile work: The variable MY_KEY is not set, or is empty.\n");

        variables.put("MY_KEY", sandbox.key().keyId());
        assertThat(Program.run(variables, "apps", "--profile", "work").err()).isEmpty();
    }

    private String failure(String profile) {
        Program run = Program.run(variables, "--profile", profile, "apps");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        return run.err().replace(System.lineSeparator(), "\n");
    }

    private void write(String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }
}
