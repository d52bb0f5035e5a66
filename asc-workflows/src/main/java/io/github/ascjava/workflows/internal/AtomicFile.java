package io.github.ascjava.workflows.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Writes files that are complete or absent, even if the program or the machine stops in between.
 *
 * <p>The content goes to a hidden file with the ending {@code .part} in the same folder, which then takes the place of the
 * file. A program that is killed leaves the hidden file behind.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Content {

        /** Writes the content; the file stays as it was if this fails. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, replacing an earlier one.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, Content content) {
        write(file, content, new FileAttribute<?>[0]);
    }

    /**
     * Writes a file that only its owner can read, replacing an earlier one. The permissions are set before the file has any
     * content.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void writePrivate(Path file, Content content) {
        write(file, content, ownerOnly(file, "rw-------"));
    }

    /**
     * Creates a folder that only its owner can read, and its parents; an existing one stays as it is.
     *
     * @throws UncheckedIOException if it cannot be created
     */
    public static void createPrivateFolder(Path folder) {
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be created: " + e + ".", e);
        }
    }

    private static void write(Path file, Content content, FileAttribute<?>[] attributes) {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                fill(part, content, attributes);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written: " + e + ".", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void fill(Path part, Content content, FileAttribute<?>[] attributes) throws IOException {
        Files.createFile(part, attributes);
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            // Otherwise a power failure after the move could leave an empty file with the final name.
            channel.force(true);
        }
    }
}
