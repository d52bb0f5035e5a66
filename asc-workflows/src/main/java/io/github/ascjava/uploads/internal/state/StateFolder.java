package io.github.ascjava.uploads.internal.state;

import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with the state files of uploads. Thread-safe, and safe for several programs at once.
 *
 * <p>Each upload has its own file, whose name says what it uploads and which process works on it. An upload that begins
 * takes over a file of its kind whose owner has ended, by renaming it, which only one of several can do. So uploads of the
 * same file at the same time never share a state file.
 */
public final class StateFolder {

    private static final String ENDING = ".upload";

    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns a folder, which is created when the first state is saved. */
    public static StateFolder in(Path folder) {
        return new StateFolder(folder);
    }

    /**
     * Begins an upload: takes over the state of an earlier run that has ended, if there is one.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public StateFile claim(UploadKey key) {
        Path own = folder.resolve(key.fileName() + "." + Owner.self() + ENDING);
        for (Path candidate : files(key)) {
            if (Owner.of(name(candidate)).hasEnded() && rename(candidate, own)) {
                return new StateFile(this, own, read(own, key).orElse(null));
            }
        }
        return new StateFile(this, own, null);
    }

    /**
     * Returns the state that the next upload of this kind takes over, without taking it over.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public Optional<SavedUpload> find(UploadKey key) {
        return files(key).stream()
                .filter(file -> Owner.of(name(file)).hasEnded())
                .findFirst()
                .flatMap(file -> read(file, key));
    }

    private static Optional<SavedUpload> read(Path file, UploadKey key) {
        return SavedUploadFormat.read(file).filter(saved -> saved.upload().equals(key));
    }

    void save(Path file, SavedUpload upload) {
        AtomicFile.createPrivateFolder(folder);
        AtomicFile.writePrivate(file, out -> SavedUploadFormat.write(upload, out));
    }

    /** Lets the next upload of this kind take over a file. */
    void release(Path file) {
        String name = file.getFileName().toString();
        String key = name.substring(0, name.indexOf('.'));
        rename(file, folder.resolve(key + "." + Owner.nobody() + ENDING));
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be deleted: " + e + ".", e);
        }
    }

    private List<Path> files(UploadKey key) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(key.fileName() + ".")
                            && file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be read: " + e + ".", e);
        }
    }

    /** Returns the owner's part of a file name. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('.') + 1, name.length() - ENDING.length());
    }

    private static boolean rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false; // Another upload was faster, or nothing was saved.
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + from + " could not be renamed: " + e + ".", e);
        }
    }
}
