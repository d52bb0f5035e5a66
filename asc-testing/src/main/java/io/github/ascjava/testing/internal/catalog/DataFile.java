package io.github.ascjava.testing.internal.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lines of a data file beside a class, without comments and blank lines. */
public final class DataFile {

    private DataFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalStateException if it does not exist
     */
    public static List<String> lines(Class<?> beside, String name) {
        InputStream file = beside.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("The file " + name + " beside " + beside.getName() + " is missing.");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
