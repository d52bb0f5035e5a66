package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the README's transcripts say was run, one after the other on one sandbox, and compares what is printed.
 *
 * <p>{@code -Dreadme.update=true} writes what is printed into the README instead.
 */
@Timeout(60)
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String BEGIN = "```console";
    private static final String END = "```";
    private static final String PROMPT = "$ ";
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    @TempDir
    private Path folder;

    @Test
    void transcriptsAreWhatTheProgramPrints() throws IOException {
        List<String> written = Files.readAllLines(README);
        List<String> real;
        try (Sandbox sandbox = Sandbox.builder().clock(Program.CLOCK).start()) {
            real = replay(written, Program.environment(sandbox, folder));
        }
        if (Boolean.getBoolean("readme.update")) {
            Files.write(README, real);
        }
        assertThat(real).isEqualTo(Files.readAllLines(README));
    }

    private List<String> replay(List<String> lines, Map<String, String> environment) throws IOException {
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
                real.addAll(printed(line, environment));
            } else if (inFile) {
                String before = Files.exists(file) ? Files.readString(file) : "";
                Files.writeString(file, before + line + "\n");
                real.add(line);
            }
        }
        return real;
    }

    private List<String> printed(String line, Map<String, String> environment) {
        String[] words = WORD.matcher(line.substring(PROMPT.length()))
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
        assertThat(words[0]).as("the program of: " + line).isEqualTo("asc");
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean isFile = (i > 2 && Files.exists(folder.resolve(words[i]))) || words[i - 1].equals("--out");
            arguments.add(isFile ? folder.resolve(words[i]).toString() : words[i]);
        }
        Program run = Program.run(environment, arguments.toArray(String[]::new));
        return (run.err() + run.out())
                .replace(folder + "/", "")
                .replace(environment.getOrDefault("ASC_BASE_URL", ""), "https://api.appstoreconnect.apple.com/")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }
}
