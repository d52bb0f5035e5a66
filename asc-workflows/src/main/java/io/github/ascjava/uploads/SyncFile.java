package io.github.ascjava.uploads;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that a set has after a synchronization.
 *
 * @param path the file on this machine
 * @param id the ID of the screenshot or preview that has the same bytes and stays; null if the file is uploaded
 * @param isContinued whether an earlier run has begun to upload the file, and this one sends the rest
 * @since 0.1.0
 */
public record SyncFile(Path path, @Nullable String id, boolean isContinued) {}
