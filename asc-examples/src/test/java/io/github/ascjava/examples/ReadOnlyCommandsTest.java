package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.TeamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that may change nothing. */
class ReadOnlyCommandsTest extends SandboxedTest {

    private static final String INVITE = "users invite ada@example.com Ada Lovelace --role DEVELOPER";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--read-only " + INVITE,
                "users --read-only invite ada@example.com Ada Lovelace --role DEVELOPER",
                INVITE + " --read-only"
            })
    void theOptionStopsAWriteWhereverItStands(String arguments) {
        Program run = run(arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(
                        "POST /v1/userInvitations: not sent, because it could change something and asc is told to read"
                                + " only. Leave out --read-only, and unset ASC_READ_ONLY and read_only of the profile, to allow"
                                + " it.\n");
        assertThat(writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "true, 3", "' 1 ', 3", "0, 0", "false, 0", "'', 0"})
    void theVariableStopsAWrite(String value, int exitCode) {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("ASC_READ_ONLY", value);

        assertThat(Program.run(variables, INVITE.split(" ", -1)).exitCode()).isEqualTo(exitCode);
        assertThat(writes()).isEqualTo(exitCode == 0 ? 1 : 0);
    }

    @Test
    void aMisspelledVariableAllowsNothing() {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("ASC_READ_ONLY", "yse");

        Program run = Program.run(variables, INVITE.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ASC_READ_ONLY, or read_only of the profile, is neither 1 nor 0.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "DELETE"})
    void anyOtherRequestIsStoppedToo(String method) {
        String body = file("body.json", "{}");

        Program run = run("--read-only", "call", method, "/v1/users/u1", "--body", body, "--yes");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith(method + " /v1/users/{id}: not sent");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void readsPass() {
        assertThat(run("--read-only", "apps").exitCode()).isZero();
        assertThat(run("call", "GET", "/v1/apps?limit=1", "--read-only").exitCode())
                .isZero();
        assertThat(Program.run(Map.of("ASC_READ_ONLY", "1"), "apps").exitCode()).isZero();
    }

    @Test
    void submissionsToTheNotaryAreStopped() throws IOException {
        Path zip = folder.resolve("app.zip");
        Files.write(zip, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        Program run = run("--read-only", "notarize", zip.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("submission of app.zip: not sent");
        assertThat(sandbox.requests()).isEmpty();
    }

    /** Nothing is sent either way. */
    @Test
    void aDryRunStillShowsWhatItWouldChange() {
        Program run = run(("--read-only " + INVITE + " --dry-run").split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("POST /v1/userInvitations");
        assertThat(writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, '', 3", "0, 1, 3", "0, '', 0"})
    void aProfileCanBeReadOnly(String setting, String variable, int exitCode) throws IOException {
        Path file = Files.createDirectories(folder.resolve("settings/asc")).resolve("config");
        Files.writeString(file, """
                [work]
                key_id = %s
                issuer_id = %s
                private_key_path = %s
                base_url = %s
                read_only = %s
                """.formatted(
                        sandbox.key().keyId(),
                        ((TeamKey) sandbox.key()).issuerId(),
                        environment().get("ASC_PRIVATE_KEY_PATH"),
                        sandbox.baseUrl(),
                        setting));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> variables =
                Map.of("XDG_CONFIG_HOME", folder.resolve("settings").toString(), "ASC_READ_ONLY", variable);

        Program run = Program.run(variables, ("--profile work " + INVITE).split(" ", -1));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    }
}
