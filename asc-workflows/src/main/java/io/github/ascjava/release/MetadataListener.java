package io.github.ascjava.release;

/**
 * Is notified of what a push has done. Called by the thread of the push; a listener that throws ends it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MetadataListener {

    /** Does nothing. */
    MetadataListener NONE = write -> {};

    /** Called when Apple has accepted a request. */
    void onWritten(MetadataWrite write);
}
