package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the password of a file comes from: never an argument, which other users of the machine could read. */
final class PasswordOptions {

    private static final int LONGEST_FILE = 4096;

    @ArgGroup
    private final Source source = new Source();

    /** The sources, of which one can be chosen. */
    static final class Source {

        @Option(names = "--password-env", paramLabel = "NAME", description = "The variable that holds the password.")
        private @Nullable String variable;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "The file whose first line is the password; /dev/stdin and /dev/fd/3 work too.")
        private @Nullable Path file;
    }

    /** Returns the password; null if none is given. */
    char @Nullable [] read(Function<String, @Nullable String> environment) throws IOException {
        if (source.variable != null) {
            String value = environment.apply(source.variable);
            if (value == null) {
                throw new FailedException("The variable " + source.variable + " is not set, or is empty.");
            }
            return value.toCharArray();
        }
        return source.file == null ? null : firstLine(source.file);
    }

    private static char[] firstLine(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST_FILE + 1);
            String line = new String(content, StandardCharsets.UTF_8).split("\\R", 2)[0];
            if (content.length > LONGEST_FILE || line.isEmpty()) {
                throw new FailedException("The first line of " + file + " is no password: it is empty or too long.");
            }
            return line.toCharArray();
        }
    }
}
