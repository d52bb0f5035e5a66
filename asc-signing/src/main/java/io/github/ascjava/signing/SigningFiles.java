package io.github.ascjava.signing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps keys, certificates and profiles as named files: a {@link SigningFolder}, or a team's store.
 *
 * <p>Names are single file names, such as {@code distribution.cer}. Files ending in {@code .key} or {@code .key.pending} are
 * private keys. One run works on a place at a time; implementations keep others away until {@link #close()}.
 *
 * @since 0.1.0
 */
public interface SigningFiles extends AutoCloseable {

    /**
     * Returns the names of all files, sorted.
     *
     * @throws IOException if the place cannot be read
     */
    List<String> names() throws IOException;

    /**
     * Returns the content of a file; empty if there is no such file.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<byte[]> read(String name) throws IOException;

    /**
     * Writes a file, replacing one of that name; if this fails, the earlier content stays.
     *
     * @throws IOException if the file cannot be written
     */
    void write(String name, byte[] content) throws IOException;

    /**
     * Renames a file, replacing one of the new name.
     *
     * @throws IOException if the file cannot be renamed
     */
    void rename(String name, String newName) throws IOException;

    /** Returns how to name a file in a message, such as its path. */
    String describe(String name);

    /** Returns whether nothing can be written, as in a dry run. */
    default boolean isReadOnly() {
        return false;
    }

    /**
     * Lets others work on the place; a store also publishes what was written.
     *
     * @throws IOException if that fails
     */
    @Override
    void close() throws IOException;
}
