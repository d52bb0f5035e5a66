package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Runs the commands in the transcripts of the documents and compares what they print: without a key, as newcomers do, or those of
 * one document on a sandbox that keeps what they change.
 *
 * <p>{@code -Dtranscripts.update=true} writes what is printed into the documents instead.
 */
@Timeout(60)
class TranscriptsTest {

    private static final Path ROOT = Path.of("..");
    private static final String ON_ONE_SANDBOX = "docs/command-line.md";
    /** A document on a sandbox whose time passes, and in which other jobs describe a new app. */
    private static final String WITH_TIME = "docs/release.md";

    private static final Duration BETWEEN_COMMANDS = Duration.ofMinutes(5);
    private static final List<String> DOCUMENTS =
            List.of("README.md", "docs/getting-started.md", ON_ONE_SANDBOX, WITH_TIME);
    private static final String BEGIN = "```console";
    private static final String END = "```";
    private static final String PROMPT = "$ ";
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void transcriptsAreWhatTheProgramPrints(String name) throws IOException {
        Path document = ROOT.resolve(name);
        List<String> written = Files.readAllLines(document);
        assertThat(written).contains(BEGIN);
        List<String> real;
        try (Sandbox sandbox = Sandbox.builder().clock(Program.CLOCK).start()) {
            boolean isOnOne = name.equals(ON_ONE_SANDBOX) || name.equals(WITH_TIME);
            Map<String, String> environment = isOnOne ? Program.environment(sandbox, folder) : Map.of();
            real = replay(
                    written,
                    name.equals(WITH_TIME)
                            ? arguments -> runWithTime(sandbox, environment, arguments)
                            : arguments -> Program.run(environment, arguments));
        }
        if (Boolean.getBoolean("transcripts.update")) {
            Files.write(document, real);
        }
        assertThat(real).isEqualTo(Files.readAllLines(document));
    }

    /** Transcripts in other documents would not be run. */
    @Test
    void otherDocumentsHaveNoTranscripts() throws IOException {
        List<String> withTranscripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readAllLines(file).contains(BEGIN)) {
                    withTranscripts.add(ROOT.relativize(file).toString());
                }
            }
        }
        assertThat(withTranscripts).allMatch(DOCUMENTS::contains);
    }

    private static Program runWithTime(Sandbox sandbox, Map<String, String> environment, String... arguments) {
        Program run = Program.passingTime(sandbox, environment, arguments);
        NewApp.describe(sandbox);
        sandbox.advanceTime(BETWEEN_COMMANDS);
        return run;
    }

    private List<String> replay(List<String> lines, Function<String[], Program> program) throws IOException {
        List<String> real = new ArrayList<>();
        boolean inTranscript = false;
        boolean inFile = false;
        Path file = folder;
        for (String line : lines) {
            if (line.equals(BEGIN) || (inTranscript && line.equals(END))) {
                inTranscript = line.equals(BEGIN);
                inFile = false;
                real.add(line);
            } else if (!inTranscript) {
                real.add(line);
            } else if (line.startsWith(PROMPT + "cat ")) {
                file = folder.resolve(line.substring((PROMPT + "cat ").length()));
                Files.deleteIfExists(file);
                inFile = true;
                real.add(line);
            } else if (line.startsWith(PROMPT)) {
                inFile = false;
                real.add(line);
                real.addAll(printed(line, program));
            } else if (inFile) {
                String before = Files.exists(file) ? Files.readString(file) : "";
                Files.writeString(file, before + line + "\n");
                real.add(line);
            }
        }
        return real;
    }

    private List<String> printed(String line, Function<String[], Program> program) {
        String[] words = WORD.matcher(line.substring(PROMPT.length()))
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
        assertThat(words[0]).as("the program of: " + line).isEqualTo("asc");
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean isFile = (i > 2 && Files.exists(folder.resolve(words[i])))
                    || words[i - 1].equals("--out")
                    || words[i - 1].equals("--to");
            arguments.add(isFile ? folder.resolve(words[i]).toString() : words[i]);
        }
        Program run = program.apply(arguments.toArray(String[]::new));
        return (run.err() + run.out())
                .replace(folder + "/", "")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8080")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }
}
