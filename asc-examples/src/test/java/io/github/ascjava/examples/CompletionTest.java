package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;

/**
 * The completion script of the distribution, which picocli generates.
 *
 * <p>{@code -Dcompletion.update=true} writes what it generates now.
 */
class CompletionTest {

    private static final Path SCRIPT = Path.of("src/main/distribution/completion/asc.bash");

    @Test
    void theScriptKnowsAllCommandsAndOptions() throws IOException {
        String generated = AutoComplete.bash("asc", Program.commandLine());

        if (Boolean.getBoolean("completion.update")) {
            Files.createDirectories(SCRIPT.getParent());
            Files.writeString(SCRIPT, generated);
        }
        assertThat(SCRIPT).hasContent(generated);
    }
}
