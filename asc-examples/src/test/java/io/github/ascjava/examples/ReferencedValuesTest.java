package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that say where their value is. */
class ReferencedValuesTest extends SandboxedTest {

    @Test
    void theValueComesFromAVariableOrAFile() {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("PERSON", "ada@example.com");

        Program run = Program.run(
                variables,
                "users",
                "invite",
                "@env:PERSON",
                "@file:" + file("name", "Ada\r\n"),
                "Lovelace",
                "--role=@file:" + file("role", "DEVELOPER"),
                "--dry-run");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"email\" : \"ada@example.com\"", "\"firstName\" : \"Ada\"", "\"DEVELOPER\"");
    }

    @Test
    void aValueIsNeverTakenForAnOption() {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("PERSON", "--yes");

        Program run = Program.run(variables, "users", "remove", "@env:PERSON");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--yes");
        assertThat(writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "@env:NONESUCH, The variable NONESUCH is not set",
        "@file:/nowhere/x, The file /nowhere/x does not exist or cannot be read.",
        "@file:LINES, does not consist of one line",
        "@file:EMPTY, does not consist of one line"
    })
    void aValueThatIsNotThereIsWrongUsage(String argument, String sentence) {
        String real = argument.replace("LINES", file("lines", "secret\nlines")).replace("EMPTY", file("empty", "\n"));

        Program run = run("users", "remove", real);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("secret");
        assertThat(sandbox.requests()).isEmpty();
    }
}
