package io.github.ascjava.signing.store;

import io.github.ascjava.signing.store.internal.IndexEntry;

/**
 * A file of a store, without its content.
 *
 * @param path folders and name, separated by slashes
 * @param kind what it is
 * @param size of the content, in bytes
 * @param sha256 of the content, in lower-case hexadecimal digits
 * @param generation of the store in which this content was written
 * @since 0.1.0
 */
public record StoredFile(String path, StoredKind kind, int size, String sha256, long generation) {

    static StoredFile of(IndexEntry entry) {
        return new StoredFile(
                entry.path(), StoredKind.ofNumber(entry.kind()), entry.size(), entry.contentHash(), entry.generation());
    }
}
