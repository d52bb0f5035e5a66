package io.github.ascjava.uploads.internal.folder;

import java.nio.file.Path;

/**
 * A screenshot or app preview in a folder.
 *
 * @param size in bytes
 * @param md5 of the whole file, in hexadecimal digits
 */
public record FolderFile(Path path, long size, String md5) {

    /** Returns the name without the folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
