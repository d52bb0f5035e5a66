package io.github.ascjava.release.internal.metadata;

import org.jspecify.annotations.Nullable;

/** Takes the texts of a file while it is read. */
public interface TextSink {

    /** A locale begins. */
    void locale(String locale, int line);

    /** A text; null clears it. */
    void value(String locale, String key, @Nullable String value, int line);

    /** Something cannot be read. */
    void problem(String message, int line);
}
