package io.github.ascjava.signing.store;

import static java.util.stream.Collectors.toMap;

import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.WorkingNote.Changed;
import io.github.ascjava.signing.store.internal.Hashes;
import io.github.ascjava.signing.store.internal.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with decrypted files, which {@code codesign} and Xcode need, filled from a store.
 *
 * <p>A hidden note in the folder tells which content each file had when it was last the same as in the store. So a pull does not
 * overwrite what was changed here, and a push does not overwrite what was changed in the store since. Where both changed, both
 * stop before anything is written. All files are for their owner only. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class WorkingFolder {

    private static final int DEEPEST = 8;

    private final Path folder;

    private WorkingFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns a folder, which need not exist. */
    public static WorkingFolder of(Path folder) {
        return new WorkingFolder(folder);
    }

    /**
     * What a pull or push did.
     *
     * @param changed the paths that were written, here by a pull, in the store by a push
     * @param differing the paths that were left alone: by a pull those that were changed only here, by a push those that are
     *     newer in the store or were removed from it
     * @since 0.1.0
     */
    public record Result(List<String> changed, List<String> differing) {

        /** Makes the lists unmodifiable. */
        public Result {
            changed = List.copyOf(changed);
            differing = List.copyOf(differing);
        }
    }

    /**
     * Writes the files of a store that are missing here or newer there. Files that the store does not have stay.
     *
     * @param overwrite whether to write also over files that were changed here
     * @throws StoreException if a file was changed both here and in the store, or a file of the store is damaged
     * @throws IOException if the folder cannot be written
     */
    public Result pull(SigningStore store, boolean overwrite) throws IOException {
        WorkingNote note = WorkingNote.read(folder, store.id());
        Map<String, byte[]> fresh = new TreeMap<>();
        List<String> differing = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (StoredFile file : store.files()) {
            String path = file.path();
            Optional<byte[]> here = content(path);
            Changed changed = note.changed(path, here.map(Hashes::of), Optional.of(file.sha256()));
            if (changed == Changed.NOT) {
                note.same(path, file.sha256());
            } else if (overwrite || here.isEmpty() || changed == Changed.THERE) {
                fresh.put(path, store.read(path));
            } else {
                (changed == Changed.HERE ? differing : conflicts).add(path);
            }
        }
        requireNone(conflicts, "Nothing was pulled");
        write(fresh);
        fresh.forEach((path, content) -> note.same(path, Hashes.of(content)));
        note.write(folder);
        return new Result(List.copyOf(fresh.keySet()), differing);
    }

    private void write(Map<String, byte[]> contents) throws IOException {
        PrivateFiles.createFolder(folder);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Path target = folder.resolve(file.getKey()).toAbsolutePath();
            PrivateFiles.createFolder(Objects.requireNonNull(target.getParent()));
            PrivateFiles.write(target, file.getValue());
        }
    }

    /**
     * Adds the keys, certificates, PKCS#12 files and profiles of this folder to a store, or replaces the ones that were changed
     * only here. Files that are missing here stay in the store.
     *
     * @param overwrite whether to replace also files that were changed in the store
     * @throws StoreException if a file was changed both here and in the store, or the store was changed since it was opened
     * @throws IOException if a folder cannot be read or written
     */
    public Result push(SigningStore store, boolean overwrite) throws IOException {
        WorkingNote note = WorkingNote.read(folder, store.id());
        Map<String, String> stored = store.files().stream().collect(toMap(StoredFile::path, StoredFile::sha256));
        Map<String, byte[]> fresh = new TreeMap<>();
        List<String> differing = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (String path : assets()) {
            byte[] here = content(path).orElseThrow(() -> new NoSuchFileException(path));
            String hash = Hashes.of(here);
            Changed changed = note.changed(path, Optional.of(hash), Optional.ofNullable(stored.get(path)));
            if (changed == Changed.NOT) {
                note.same(path, hash);
            } else if (overwrite || changed == Changed.HERE) {
                fresh.put(path, here);
            } else {
                (changed == Changed.THERE ? differing : conflicts).add(path);
            }
        }
        requireNone(conflicts, "Nothing was pushed");
        store.push(changes -> fresh.forEach(changes::put));
        fresh.forEach((path, content) -> note.same(path, Hashes.of(content)));
        note.write(folder);
        return new Result(List.copyOf(fresh.keySet()), differing);
    }

    /** Returns the paths of the files here that are keys, certificates or profiles by their names. */
    private List<String> assets() throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .filter(path -> StoredKind.of(path) != StoredKind.OTHER)
                    .sorted()
                    .toList();
        }
    }

    private Optional<byte[]> content(String path) throws IOException {
        try {
            return Optional.of(PrivateFiles.read(folder.resolve(path), Index.LARGEST_FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UnreadableException e) {
            throw new StoreException(Reason.REJECTED, folder.resolve(path) + " " + e.getMessage(), e);
        }
    }

    private static void requireNone(List<String> conflicts, String outcome) {
        if (!conflicts.isEmpty()) {
            throw new StoreException(
                    Reason.CONFLICT,
                    outcome + ", because here and in the store these files differ: " + String.join(", ", conflicts)
                            + ". Move them elsewhere and pull, or overwrite the one side.");
        }
    }
}
