package io.github.ascjava.uploads.internal.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the content of a file without reading it.
 *
 * @param key of the file in its file system, such as device and inode; null where there is none
 */
record FileState(long size, Instant lastModified, @Nullable Object key) {

    /**
     * Looks at a file.
     *
     * @throws IOException if it is missing, or not a regular file
     */
    static FileState of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("it is not a regular file");
        }
        return new FileState(attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
    }

    /** Returns how a later state differs, as the end of a sentence, or null if it does not. */
    @Nullable
    String differenceTo(FileState now) {
        if (now.size != size) {
            return "its size was " + size + " bytes and is " + now.size;
        }
        if (!now.lastModified.equals(lastModified)) {
            return "it was modified at " + now.lastModified;
        }
        return Objects.equals(now.key, key) ? null : "another file has taken its place";
    }
}
