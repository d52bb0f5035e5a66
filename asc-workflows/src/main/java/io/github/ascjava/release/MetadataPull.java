package io.github.ascjava.release;

import java.nio.file.Path;
import java.util.List;

/**
 * What a pull has done. Immutable.
 *
 * @param version the marketing version whose texts were pulled
 * @param written the files that were written; those that had the texts already are not among them
 * @param warnings what else to know about the files
 * @since 0.1.0
 */
public record MetadataPull(String version, List<Path> written, List<MetadataProblem> warnings) {

    /** Copies the lists. */
    public MetadataPull {
        written = List.copyOf(written);
        warnings = List.copyOf(warnings);
    }
}
