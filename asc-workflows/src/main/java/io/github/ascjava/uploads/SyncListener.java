package io.github.ascjava.uploads;

/**
 * Is notified of what a synchronization has done.
 *
 * <p>Called by several threads at the same time. A listener that throws ends the work on the set.
 *
 * @since 0.1.0
 */
public interface SyncListener {

    /** Does nothing. */
    SyncListener NONE = new SyncListener() {};

    /**
     * Returns the listener of a file's upload, which is about to begin.
     *
     * @param usual the listener of the {@link Uploads}, which is returned unless this method is overridden
     */
    default UploadListener uploadListener(SyncSet set, SyncFile file, UploadListener usual) {
        return usual;
    }

    /**
     * Called when Apple has accepted a file.
     *
     * @param id the ID of the new screenshot or preview
     */
    default void onUploaded(SyncSet set, SyncFile file, String id) {}

    /** Called when a screenshot or preview is deleted. */
    default void onRemoved(SyncSet set, SyncRemoval removal) {}

    /** Called when nothing is left to do for a set. */
    default void onSetDone(SyncSet set) {}
}
