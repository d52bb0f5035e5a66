package io.github.ascjava.release;

import org.jspecify.annotations.Nullable;

/**
 * Is notified of what a release job has done. Called by the thread that does the job.
 *
 * <p>A listener that throws ends the job; the next run continues.
 *
 * @since 0.1.0
 */
public interface ReleaseListener {

    /** Does nothing. */
    ReleaseListener NONE = new ReleaseListener() {};

    /** Called when a change of a version is made. */
    default void onChanged(VersionChange change) {}

    /**
     * Called when a step is done.
     *
     * @param id ID of the resource that was created or changed, or null if the step has none
     */
    default void onDone(ReleaseStep step, @Nullable String id) {}

    /**
     * Called before a wait and after each look at what is waited for.
     *
     * @param what what is waited for, in words
     */
    default void onWaiting(String what) {}

    /** Called with each new state of a submission that is waited for. */
    default void onSubmission(ReleaseSubmission submission) {}
}
