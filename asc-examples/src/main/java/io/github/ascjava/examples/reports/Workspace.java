package io.github.ascjava.examples.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the reports as Apple sends them: kept for the next run, or deleted with the workspace.
 *
 * @param folder the folder
 * @param isKept whether it outlives the command
 */
record Workspace(Path folder, boolean isKept) implements AutoCloseable {

    /** What a folder of {@code --to} keeps the reports in, apart from the files that people open. */
    private static final String ORIGINALS = "originals";

    /** @param kept the folder of {@code --to}, or null */
    static Workspace in(@Nullable Path kept) throws IOException {
        return kept == null
                ? new Workspace(Files.createTempDirectory("asc-reports"), false)
                : new Workspace(Files.createDirectories(kept.resolve(ORIGINALS)), true);
    }

    @Override
    public void close() throws IOException {
        if (isKept) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
