package io.github.ascjava.signing.store.internal;

/**
 * A file of a store, as the index describes it.
 *
 * @param kind from 1 to 255
 * @param size of the content, in bytes
 * @param contentHash SHA-256 of the content
 * @param objectHash SHA-256 of the sealed content, which is also the name of the object
 * @param generation in which it was written
 */
public record IndexEntry(String path, int kind, int size, String contentHash, String objectHash, long generation) {}
