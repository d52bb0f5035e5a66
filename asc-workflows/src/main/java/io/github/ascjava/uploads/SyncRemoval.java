package io.github.ascjava.uploads;

/**
 * A screenshot or preview that a synchronization deletes.
 *
 * @param id its ID
 * @param fileName its name; empty if Apple did not say it
 * @param isBeforeUploads whether it is deleted before the new files are uploaded, because the set has no room for both
 * @since 0.1.0
 */
public record SyncRemoval(String id, String fileName, boolean isBeforeUploads) {}
