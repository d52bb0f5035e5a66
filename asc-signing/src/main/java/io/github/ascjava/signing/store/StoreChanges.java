package io.github.ascjava.signing.store;

import io.github.ascjava.signing.store.internal.Index;
import io.github.ascjava.signing.store.internal.StorePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a push changes. Made by {@link SigningStore#push}; not thread-safe.
 *
 * @since 0.1.0
 */
public final class StoreChanges {

    private final Map<String, Optional<byte[]>> changes = new LinkedHashMap<>();

    StoreChanges() {}

    /**
     * Adds a file, or replaces the one of that path.
     *
     * @param path folders and name, separated by slashes; 255 bytes of UTF-8 at most
     * @param content 4 MiB at most; not copied
     * @throws StoreException if the path or the content cannot be stored
     */
    public StoreChanges put(String path, byte[] content) {
        String name = StorePath.normalize(path);
        Optional<String> fault = StorePath.fault(name);
        if (fault.isPresent()) {
            String printable = path.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
            throw new StoreException(StoreException.Reason.REJECTED, "\"" + printable + "\" " + fault.get());
        } else if (content.length > Index.LARGEST_FILE) {
            throw new StoreException(
                    StoreException.Reason.REJECTED,
                    path + " has " + content.length + " bytes; a store takes files of " + Index.LARGEST_FILE
                            + " bytes at most.");
        }
        changes.put(name, Optional.of(content));
        return this;
    }

    /** Removes a file, if the store has it. */
    public StoreChanges remove(String path) {
        changes.put(StorePath.normalize(path), Optional.empty());
        return this;
    }

    /** The new content by path; empty for what is removed. */
    Map<String, Optional<byte[]>> byPath() {
        return changes;
    }
}
