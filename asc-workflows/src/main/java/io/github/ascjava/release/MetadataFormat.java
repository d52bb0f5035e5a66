package io.github.ascjava.release;

/**
 * Reads texts of product pages from a file in a format of your own.
 *
 * <p>Size and encoding of the file have been checked. Must be thread-safe if it is shared.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MetadataFormat {

    /** Reads all texts, and tells the sink of all problems rather than throw. */
    void read(String content, MetadataSink sink);
}
