package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with texts, or to know about them.
 *
 * @param file the file or folder; empty if none is meant
 * @param line the line, from 1; 0 if none is meant
 * @param locale the locale; null if none is meant
 * @param key the attribute, such as {@code keywords}; null if none is meant
 * @param message sentences that say what is wrong and what to do
 * @param isError whether nothing is sent before it is corrected; otherwise it is a warning
 * @since 0.1.0
 */
public record MetadataProblem(
        String file,
        int line,
        @Nullable String locale,
        @Nullable String key,
        String message,
        boolean isError) {

    static MetadataProblem of(Finding finding) {
        return new MetadataProblem(
                finding.file(), finding.line(), finding.locale(), finding.key(), finding.message(), finding.isError());
    }

    static MetadataProblem error(String message) {
        return new MetadataProblem("", 0, null, null, message, true);
    }

    /** Returns file, line and message, as compilers write them. */
    @Override
    public String toString() {
        return (file.isEmpty() ? "" : file + (line == 0 ? ": " : ":" + line + ": ")) + message;
    }
}
