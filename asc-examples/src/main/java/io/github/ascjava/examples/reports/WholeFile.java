package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes text files that are complete or absent: under another name in the same folder, renamed at the end. */
final class WholeFile {

    private WholeFile() {}

    /** What to write. */
    @FunctionalInterface
    interface Content {

        void writeTo(Writer out) throws IOException;
    }

    /** Fails if no file can be written to a folder, so that nothing is downloaded in vain. */
    static void requireWritable(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FailedException(folder + " cannot be written to: "
                    + (Files.exists(folder) ? "it is not a folder." : "the folder does not exist."));
        }
        if (!Files.isWritable(folder)) {
            throw new FailedException(folder + " cannot be written to: access to the folder is denied.");
        }
    }

    /** Writes a file, in place of an earlier one. */
    static void write(Path file, Content content) throws IOException {
        Path part = folderOf(file).resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
