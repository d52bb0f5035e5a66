package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a newcomer sees who has no key yet. */
@Timeout(60)
class FirstRunTest {

    @Test
    void whoamiSaysWhatTheKeyIsAndThatItWorks() {
        Program run = Program.run("whoami");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT"))
                .isEqualToNormalizingNewlines("""
                        WHAT        FOUND
                        Key         team key 2X9R4HXF34, issuer 57246542-96fe-1a63-e053-0824d011072a
                        Token       19 min, for everything the key may do
                        Server      http://127.0.0.1:PORT/
                        Answer      200, the key works
                        Clock       agrees with the server's
                        Rate limit  3599 of 3600 requests left this hour
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps", "users audit", "whoami", "devices list", "builds list com.example.tides"})
    void saysInOneLineThatItIsASandbox(String command) {
        Program run = Program.run(command.split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualToNormalizingNewlines("No API key is configured, so this is a sandbox with made-up data.\n");
    }

    @Test
    void withoutACommandNamesThemAndTheHelp() {
        Program run = Program.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Name one of the commands: ")
                .contains("whoami", "apps", "users", "sandbox")
                .endsWith("See: asc --help" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "nonsense --help",
                "users nonsense --help",
                "--nonsense",
                "users invite",
                "devices list --status GONE",
                "apps --csv=wrong",
                "apps --json --csv",
                "sandbox --port 99999",
                "sandbox --port x",
                "users invite a@example.com A B --role NOBODY --dry-run",
                "users roles maya@example.com NOBODY --dry-run",
                "users apps maya@example.com",
                "call FETCH /v1/apps",
                "signing ensure com.example.a --type NONE",
                "signing ensure com.example.a --capability NONE --dry-run",
                "signing check --days -1",
                "builds wait com.example.tides 1 --every 0",
                "builds wait com.example.tides 1 --minutes 99999999999"
            })
    void wrongUsageIsSaidInTwoLinesWithExitCodeTwo(String arguments) {
        Program run = Program.run(arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()
                        .replace("No API key is configured, so this is a sandbox with made-up data.\n", "")
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("See: asc.* --help");
    }

    static Stream<String> commands() {
        return names(Program.commandLine()).filter(name -> !name.isEmpty());
    }

    private static Stream<String> names(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName().replaceFirst("^asc ?", "");
        return Stream.concat(
                Stream.of(name), command.getSubcommands().values().stream().flatMap(FirstRunTest::names));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRejectsAnUnknownOptionInTwoLines(String command) {
        Program run = Program.run((command + " --nonsense").split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).last().asString().matches("See: asc.* --help");
    }

    @Test
    void helpOfACommandIsAskedForInBothWays() {
        assertThat(Program.run("help", "users").out())
                .isEqualTo(Program.run("users", "--help").out())
                .isNotEmpty();
        assertThat(Program.run("help").exitCode()).isZero();
        assertThat(Program.run("help", "nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void aCompletionScriptIsGenerated() {
        Program run = Program.run("generate-completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("#!/usr/bin/env bash", "_complete_asc");
    }

    @Test
    void quietLeavesOnlyTheOutput() {
        Program run = Program.run("apps", "--quiet");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("ID");
    }

    @Test
    void verboseTellsOfEveryRequest() {
        Program run = Program.run("apps", "--verbose");

        assertThat(run.err()).containsPattern("GET /v1/apps: status 200 after \\d+ ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "devices", "signing", "builds", "testers"})
    void aGroupNamesItsCommands(String group) {
        Program run = Program.run(group);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Name one of the commands: ");
    }

    @Test
    void aBaseUrlWithoutAKeyIsAMistakeWorthSaying() {
        Program run = Program.run(Map.of("ASC_BASE_URL", "http://localhost:1/"), "apps");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("ASC_BASE_URL is set, but no API key to sign requests with. Set ASC_KEY_ID,"
                        + " ASC_ISSUER_ID and ASC_PRIVATE_KEY_PATH as well.");
    }
}
