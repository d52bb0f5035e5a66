package io.github.ascjava.testing.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The entries of docs/live-service.md. */
public final class LiveService {

    private static final Path DOCUMENT = Path.of("..", "docs", "live-service.md");

    private LiveService() {}

    /** Returns the anchors of all entries. */
    public static List<String> entries() {
        return text().lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** Returns the whole document. */
    public static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
