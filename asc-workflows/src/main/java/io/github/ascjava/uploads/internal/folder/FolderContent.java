package io.github.ascjava.uploads.internal.folder;

import java.util.List;

/**
 * What a folder holds, sorted by locale and display type.
 *
 * @param problems why the files cannot be uploaded, one or two sentences each; empty if they can
 * @param warnings what else to know about them, a sentence each
 */
public record FolderContent(List<FolderSet> sets, List<String> problems, List<String> warnings) {

    /** Copies the lists. */
    public FolderContent {
        sets = List.copyOf(sets);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
