package io.github.ascjava.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Records the keys of a test run in a file, for {@link LogSecretsIT} to search for. Loading this class clears the file.
 */
final class KeyNotes {

    private static final Path FILE = begin();

    private KeyNotes() {}

    static synchronized void add(TestKey key) {
        try {
            Files.write(FILE, key.secretTexts(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path begin() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-secrets"));
            return Files.write(folder.resolve("keys.txt"), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
