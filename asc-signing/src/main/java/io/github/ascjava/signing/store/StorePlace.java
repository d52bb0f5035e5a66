package io.github.ascjava.signing.store;

import io.github.ascjava.signing.SigningFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A store as a place: the files that are not in a folder of it. */
final class StorePlace implements SigningFiles {

    /** What becomes of writes. */
    enum Writes {
        /** Each is a push. */
        PUSHED,
        /** They are kept for one push. */
        COLLECTED,
        /** There are none. */
        REJECTED
    }

    private final SigningStore store;
    private final Path folder;
    private final Writes writes;
    private final Map<String, Optional<byte[]>> written = new TreeMap<>();

    StorePlace(SigningStore store, Path folder, Writes writes) {
        this.store = store;
        this.folder = folder;
        this.writes = writes;
    }

    @Override
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        store.files().stream()
                .map(StoredFile::path)
                .filter(path -> !path.contains("/"))
                .forEach(names::add);
        written.forEach((name, content) -> {
            if (content.isPresent()) {
                names.add(name);
            } else {
                names.remove(name);
            }
        });
        return List.copyOf(names);
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        if (written.containsKey(name)) {
            return written.get(name);
        }
        return names().contains(name) ? Optional.of(store.read(name)) : Optional.empty();
    }

    @Override
    public boolean isReadOnly() {
        return writes == Writes.REJECTED;
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        written.put(name, Optional.of(content.clone()));
        pushIfWanted();
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        byte[] content = read(name).orElseThrow(() -> new NoSuchElementException(describe(name)));
        written.put(name, Optional.empty());
        written.put(newName, Optional.of(content));
        pushIfWanted();
    }

    private void pushIfWanted() throws IOException {
        if (isReadOnly()) {
            written.clear();
            throw new IllegalStateException("The store is only read.");
        }
        if (writes == Writes.PUSHED) {
            try {
                store.push(this::writeTo);
            } finally {
                written.clear();
            }
        }
    }

    void writeTo(StoreChanges changes) {
        written.forEach((name, content) ->
                content.ifPresentOrElse(bytes -> changes.put(name, bytes), () -> changes.remove(name)));
    }

    @Override
    public String describe(String name) {
        return name + " in the store " + folder;
    }

    @Override
    public void close() throws IOException {
        if (writes == Writes.PUSHED) {
            store.release();
        }
    }
}
