package io.github.ascjava.signing.store;

import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.AesGcm;
import io.github.ascjava.signing.store.internal.Hashes;
import io.github.ascjava.signing.store.internal.Head;
import io.github.ascjava.signing.store.internal.Header;
import io.github.ascjava.signing.store.internal.Index;
import io.github.ascjava.signing.store.internal.IndexEntry;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The next generation of a store, in memory until it is written. */
final class StorePush {

    private final Head base;
    private final byte[] dataKey;
    private final SecureRandom random;
    private final SortedMap<String, IndexEntry> entries;
    private final Map<String, byte[]> objects = new LinkedHashMap<>();

    StorePush(Head base, byte[] dataKey, SecureRandom random) {
        this.base = base;
        this.dataKey = dataKey;
        this.random = random;
        this.entries = new TreeMap<>(base.index().files());
    }

    /** Adds or replaces a file, unless the store has this content. */
    void putIfNew(String path, byte[] content) {
        IndexEntry old = entries.get(path);
        if (old == null || !old.contentHash().equals(Hashes.of(content))) {
            put(path, content);
        }
    }

    void put(String path, byte[] content) {
        int kind = StoredKind.of(path).number();
        byte[] sealed = AesGcm.seal(dataKey, base.header().fileContext(kind, path), content, random);
        String object = Hashes.of(sealed);
        objects.put(object, sealed);
        entries.put(
                path,
                new IndexEntry(
                        path,
                        kind,
                        content.length,
                        Hashes.of(content),
                        object,
                        base.index().generation() + 1));
    }

    void remove(String path) {
        entries.remove(path);
    }

    boolean hasChanges() {
        return !entries.equals(base.index().files());
    }

    /**
     * Writes the objects, then the head, and then deletes the objects that only earlier generations needed.
     *
     * @return the new head
     */
    Head writeTo(StoreFiles files, Header header) throws IOException {
        Index index = base.index().next(base.hash(), entries);
        try {
            index.check();
        } catch (UnreadableException e) {
            throw new StoreException(Reason.REJECTED, "Nothing was pushed: the store then " + e.getMessage(), e);
        }
        Head head = Head.seal(header, index, dataKey, random);
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            files.writeObject(object.getKey(), object.getValue());
        }
        files.writeHead(head.bytes());
        return head;
    }
}
