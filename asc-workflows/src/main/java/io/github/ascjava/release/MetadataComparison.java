package io.github.ascjava.release;

import java.util.List;

/**
 * The result of comparing files with App Store Connect.
 *
 * @param differences sorted by locale
 * @param openConflicts those of the differences that stop the push
 * @param writes the requests, in their order
 * @param warnings about the files
 */
record MetadataComparison(
        List<MetadataDifference> differences,
        List<MetadataDifference> openConflicts,
        List<MetadataWrite> writes,
        List<MetadataProblem> warnings) {

    MetadataComparison {
        differences = List.copyOf(differences);
        openConflicts = List.copyOf(openConflicts);
        writes = List.copyOf(writes);
        warnings = List.copyOf(warnings);
    }
}
