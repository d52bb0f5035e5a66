package io.github.ascjava.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.webhooks.WebhookEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

@Timeout(60)
class EventCommandTest {

    private static final WebhookEvent EVENT =
            WebhookEvent.parse("{\"data\":{\"type\":\"a\",\"id\":\"$(touch x); `touch y` é\"}}");

    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void requireShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: there is no /bin/sh.");
    }

    @Test
    void theEventIsOnStandardInputAndNowhereElse() throws IOException {
        command("cat > in.txt; env > env.txt; echo \"$0 $@\" > args.txt", "one").run(EVENT);

        assertThat(folder.resolve("in.txt")).hasContent(EVENT.json());
        assertThat(Files.readString(folder.resolve("env.txt"))).doesNotContain("touch");
        assertThat(folder.resolve("args.txt")).hasContent("sh one");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(folder.resolve("y")).doesNotExist();
    }

    @Test
    void theVariableWithTheSecretIsHidden() throws IOException {
        command("env > env.txt").run(EVENT);

        assertThat(Files.readAllLines(folder.resolve("env.txt")))
                .anyMatch(line -> line.startsWith("PWD="))
                .noneMatch(line -> line.startsWith("PATH="));
    }

    @Test
    void whatItPrintsIsNoOutputAndCannotTakeOverTheTerminal() {
        command("echo out; printf '\\033[2J' ; echo; echo err >&2").run(EVENT);

        assertThat(err.toString().lines()).containsExactlyInAnyOrder("out", "\\u001b[2J", "err");
    }

    @Test
    void itMayIgnoreALongEvent() {
        WebhookEvent longEvent =
                WebhookEvent.parse("{\"data\":{\"type\":\"a\",\"id\":\"" + "x".repeat(900_000) + "\"}}");

        command("exit 0").run(longEvent);
    }

    @Test
    void aFailureIsReportedWithItsExitCode() {
        assertThatThrownBy(() -> command("exit 3").run(EVENT))
                .isInstanceOf(FailedException.class)
                .hasMessage("The command failed with the exit code 3.");
        assertThatThrownBy(() -> new EventCommand(
                                List.of(folder.resolve("none").toString()), Set.of(), Duration.ofSeconds(5), terminal())
                        .run(EVENT))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("could not be started");
    }

    @Test
    void aCommandThatHangsIsKilledWithWhatItStarted() throws Exception {
        EventCommand hanging = new EventCommand(
                List.of("/bin/sh", "-c", "sleep 600 & echo $! > pid.txt; wait".replace("pid.txt", folder + "/pid.txt")),
                Set.of(),
                Duration.ofSeconds(1),
                terminal());

        assertThatThrownBy(() -> hanging.run(EVENT))
                .isInstanceOf(FailedException.class)
                .hasMessage("The command was killed: it did not end within 1 s.");
        long child = Long.parseLong(Files.readString(folder.resolve("pid.txt")).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    }

    private EventCommand command(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "cd \"" + folder + "\"; " + script, "sh"));
        command.addAll(List.of(arguments));
        return new EventCommand(command, Set.of("PATH"), Duration.ofSeconds(30), terminal());
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader("")),
                false,
                false,
                80,
                Ansi.OFF);
    }
}
