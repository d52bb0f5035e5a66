package io.github.ascjava.release;

import org.jspecify.annotations.Nullable;

/**
 * Takes what a {@link MetadataFormat} finds in a file.
 *
 * <p>Lines count from 1. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface MetadataSink {

    /**
     * A locale begins.
     *
     * @param locale such as {@code en-US}, or {@code default} for texts of every locale of the file that has none of its own
     */
    void locale(String locale, int line);

    /**
     * A text of a locale that has begun.
     *
     * @param key the attribute in the API, such as {@code whatsNew}; an unknown one becomes a problem
     * @param value the text; null clears the one in App Store Connect
     */
    void value(String locale, String key, @Nullable String value, int line);

    /**
     * Something that cannot be read.
     *
     * @param message sentences that say what is wrong and what to do, without the text itself
     */
    void problem(String message, int line);
}
