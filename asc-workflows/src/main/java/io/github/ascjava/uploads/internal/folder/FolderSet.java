package io.github.ascjava.uploads.internal.folder;

import java.util.List;

/**
 * The files of one set, in the order in which customers are to see them.
 *
 * @param isPreview whether the files are app previews, otherwise screenshots
 * @param displayType of the screenshots, or preview type of the previews
 */
public record FolderSet(String locale, boolean isPreview, String displayType, List<FolderFile> files) {

    /** Copies the list. */
    public FolderSet {
        files = List.copyOf(files);
    }
}
