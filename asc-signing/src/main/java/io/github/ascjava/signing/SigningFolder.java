package io.github.ascjava.signing;

import io.github.ascjava.signing.internal.FolderLock;
import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that keeps keys, certificates and profiles as files that only their owner can read.
 *
 * <p>Keys are not encrypted there. Files are whole or absent, even if the machine stops in between. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SigningFolder implements SigningFiles {

    /** Larger than any key, certificate or profile. */
    static final int MOST_BYTES = 4 << 20;

    private final Path folder;
    private final @Nullable FolderLock lock;

    private SigningFolder(Path folder, @Nullable FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a folder to work in, which is created if there is none, and locks it against other runs; close it.
     *
     * @throws SigningException if another run works there
     * @throws IOException if the folder cannot be created
     */
    public static SigningFolder open(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        return new SigningFolder(
                folder,
                FolderLock.of(folder)
                        .orElseThrow(() -> new SigningException("Another run is working in the folder " + folder
                                + ". Run this command again when it has ended.")));
    }

    /** Opens a folder to read from, which need not exist; nothing is written. */
    public static SigningFolder readOnly(Path folder) {
        return new SigningFolder(folder, null);
    }

    /**
     * Writes a file that only its owner can read, such as a PKCS#12 file, to any folder; an existing one is replaced.
     *
     * @throws IOException if the file cannot be written, such as to a folder that does not exist
     */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        PrivateFiles.write(file, content);
    }

    @Override
    public boolean isReadOnly() {
        return lock == null;
    }

    /** Returns the names of the regular files that are not hidden; none if the folder does not exist. */
    @Override
    public List<String> names() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PrivateFiles.read(file, MOST_BYTES));
        } catch (UnreadableException e) {
            throw new SigningException("The file " + file + " " + e.getMessage(), e);
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        requireWritable();
        PrivateFiles.write(file(name), content);
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        requireWritable();
        Files.move(file(name), file(newName), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String describe(String name) {
        return file(name).toString();
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private Path file(String name) {
        if (!Path.of(name).equals(Path.of(name).getFileName()) || name.equals("..") || name.equals(".")) {
            throw new IllegalArgumentException("Not the name of a file in a folder: " + name);
        }
        return folder.resolve(name);
    }

    private void requireWritable() {
        if (isReadOnly()) {
            throw new IllegalStateException("The folder " + folder + " was opened to read from.");
        }
    }
}
