package io.github.ascjava.release.internal.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with files, or to know about them.
 *
 * @param file the file or folder
 * @param line the line, from 1; 0 if none is meant
 * @param locale the locale; null if none is meant
 * @param key the attribute; null if none is meant
 * @param message sentences that say what is wrong and what to do
 * @param isError whether nothing can be sent before it is corrected
 */
public record Finding(
        String file,
        int line,
        @Nullable String locale,
        @Nullable String key,
        String message,
        boolean isError) {

    static Finding error(String file, int line, String message) {
        return new Finding(file, line, null, null, message, true);
    }

    static Finding warning(String file, String message) {
        return new Finding(file, 0, null, null, message, false);
    }

    static Finding of(TextValue text, String locale, TextField field, String message, boolean isError) {
        return new Finding(text.file(), text.line(), locale, field.key(), message, isError);
    }
}
