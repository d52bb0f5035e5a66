package io.github.ascjava.signing.store;

import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.AesGcm;
import io.github.ascjava.signing.store.internal.Index;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of a store: the head, which is replaced, and objects, which are only added and taken away.
 *
 * <p>All of them are encrypted, so their permissions are those that the folder's users want (the process's default).
 */
class StoreFiles {

    static final String HEAD = "store.head";
    static final String OBJECTS = "objects";

    /** The lock stays when it is released: a run that holds a deleted one would not keep others out. */
    static final String LOCK = ".lock";

    private static final int LARGEST_HEAD = 8 << 20;
    private static final int LARGEST_OBJECT = Index.LARGEST_FILE + AesGcm.OVERHEAD;

    private final Path folder;

    StoreFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve(HEAD));
    }

    byte[] head() throws IOException {
        try {
            return PrivateFiles.read(folder.resolve(HEAD), LARGEST_HEAD);
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    Reason.NO_STORE, "There is no store in " + folder + ": it has no file " + HEAD + ".", e);
        } catch (UnreadableException e) {
            throw new StoreException(Reason.DAMAGED, "The file " + folder.resolve(HEAD) + " " + e.getMessage(), e);
        }
    }

    void writeHead(byte[] head) throws IOException {
        replace(folder.resolve(HEAD), head);
    }

    byte[] object(String name) throws IOException, UnreadableException {
        try {
            return PrivateFiles.read(objects().resolve(name), LARGEST_OBJECT);
        } catch (NoSuchFileException e) {
            throw new UnreadableException("is missing.", e);
        }
    }

    void writeObject(String name, byte[] content) throws IOException {
        Files.createDirectories(objects());
        replace(objects().resolve(name), content);
    }

    /** Returns the names among the objects that are not these. */
    List<String> strays(Set<String> objects) throws IOException {
        if (!Files.isDirectory(objects())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(objects())) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !objects.contains(name))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes the objects that are not these, and what a killed push left; other files are not the store's. */
    void sweep(Set<String> objects) throws IOException {
        for (String name : strays(objects)) {
            if (name.matches("[0-9a-f]{64}|\\.[^/]*\\.part")) {
                delete(objects().resolve(name));
            }
        }
    }

    /**
     * Keeps other pushes on this disk out until closed.
     *
     * @throws StoreException if another push is running
     */
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new StoreException(
                Reason.CONFLICT, "Another run is changing the store " + folder + ". Try again when it has ended.");
    }

    /** Writes a file, whole or not at all. */
    void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private Path objects() {
        return folder.resolve(OBJECTS);
    }
}
