package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a passphrase comes from: a file descriptor, a variable of the environment, or the terminal. Never an argument, which other
 * users of the machine could read.
 *
 * @param what it opens, as in "the passphrase of the store"
 * @param variable the variable
 * @param descriptor the number of the file descriptor; null to look at the variable
 * @param options the names of the options that tell the two
 */
record PassphraseSource(
        String what, String variable, @Nullable Integer descriptor, String options) {

    private static final int LONGEST = 4096;

    /**
     * Reads the passphrase; the caller overwrites the array.
     *
     * @param isNew whether a person is to type it twice
     * @throws FailedException if there is none
     */
    char[] read(Function<String, @Nullable String> environment, Terminal terminal, boolean isNew) throws IOException {
        if (descriptor != null) {
            return firstLine(descriptor);
        }
        String value = environment.apply(variable);
        if (value != null) {
            return value.toCharArray();
        }
        Console console = terminal.isInteractive() ? System.console() : null;
        if (console == null) {
            throw new FailedException(
                    "Give the passphrase of " + what + " in the variable " + variable + ", or with " + options + ".");
        }
        return typed(console, isNew);
    }

    private char[] typed(Console console, boolean isNew) {
        char[] typed = prompt(console, "Passphrase of " + what + ": ");
        if (isNew) {
            char[] again = prompt(console, "Once more: ");
            boolean isSame = Arrays.equals(typed, again);
            Arrays.fill(again, '\0');
            if (!isSame) {
                Arrays.fill(typed, '\0');
                throw new FailedException("The two passphrases differ. Nothing was changed.");
            }
        }
        return typed;
    }

    private char[] prompt(Console console, String text) {
        char[] typed = console.readPassword("%s", text);
        if (typed == null || typed.length == 0) {
            throw new FailedException("No passphrase of " + what + " was typed.");
        }
        return typed;
    }

    private char[] firstLine(int number) throws IOException {
        Path file = Path.of("/dev/fd/" + number);
        if (!Files.exists(file)) {
            throw new FailedException(
                    "The file descriptor " + number + " is not open, or this system has no " + file + ".");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            String line = new String(content, StandardCharsets.UTF_8).split("\\R", 2)[0];
            if (content.length > LONGEST || line.isEmpty()) {
                throw new FailedException("The first line of the file descriptor " + number
                        + " is not a passphrase: it is empty or too long.");
            }
            return line.toCharArray();
        }
    }
}
