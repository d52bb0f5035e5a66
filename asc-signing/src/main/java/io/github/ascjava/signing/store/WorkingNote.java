package io.github.ascjava.signing.store;

import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hidden note in a working folder: the hash of each file's content when it was last the same here and in the store. */
final class WorkingNote {

    static final String FILE = ".asc-store";

    private static final int LARGEST = 8 << 20;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (.+)");

    /** Which side differs from what both once were. */
    enum Changed {
        NOT,
        HERE,
        THERE,
        BOTH
    }

    private final String storeId;
    private final Map<String, String> hashes = new TreeMap<>();

    private WorkingNote(String storeId) {
        this.storeId = storeId;
    }

    /** Reads the note; it is empty if there is none, or it is about another store. */
    static WorkingNote read(Path folder, String storeId) throws IOException {
        WorkingNote note = new WorkingNote(storeId);
        Path file = folder.resolve(FILE);
        try {
            String text = new String(PrivateFiles.read(file, LARGEST), StandardCharsets.UTF_8);
            if (text.startsWith(storeId + "\n")) {
                text.lines()
                        .skip(1)
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .forEach(line -> note.hashes.put(line.group(2), line.group(1)));
            }
            return note;
        } catch (NoSuchFileException e) {
            return note;
        } catch (UnreadableException e) {
            throw new StoreException(Reason.REJECTED, "The note " + file + " " + e.getMessage(), e);
        }
    }

    /** Compares the hashes of a file's content here and in the store, which are empty where there is no such file. */
    Changed changed(String path, Optional<String> here, Optional<String> there) {
        Optional<String> before = Optional.ofNullable(hashes.get(path));
        if (here.equals(there)) {
            return Changed.NOT;
        } else if (before.equals(there)) {
            return Changed.HERE;
        } else {
            return before.equals(here) ? Changed.THERE : Changed.BOTH;
        }
    }

    void same(String path, String hash) {
        hashes.put(path, hash);
    }

    void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(storeId).append('\n');
        hashes.forEach(
                (path, hash) -> text.append(hash).append(' ').append(path).append('\n'));
        PrivateFiles.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
