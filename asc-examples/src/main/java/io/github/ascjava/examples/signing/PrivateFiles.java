package io.github.ascjava.examples.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner can read, whole or not at all. */
final class PrivateFiles {

    private final Path folder;
    private final boolean isPosix;

    PrivateFiles(Path folder) {
        this.folder = folder;
        this.isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    void createFolder() throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
    }

    /** Writes a file, in place of one that is there. */
    Path replace(Path file, byte[] content) throws IOException {
        return replace(file, content, () -> {});
    }

    /**
     * Writes a file that belongs to others.
     *
     * @param others moves those, when the content is on the disk, and before the file appears
     */
    Path replace(Path file, byte[] content, Step others) throws IOException {
        Path fresh = temporary(content);
        try {
            others.run();
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A file is made readable for its owner only before anything is in it. */
    private Path temporary(byte[] content) throws IOException {
        Path fresh = Files.createTempFile(folder, ".new", "", permissions("rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            return fresh;
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    private FileAttribute<?>[] permissions(String text) {
        return isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    /** A change of files. */
    @FunctionalInterface
    interface Step {

        void run() throws IOException;
    }
}
