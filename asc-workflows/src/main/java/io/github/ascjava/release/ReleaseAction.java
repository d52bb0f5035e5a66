package io.github.ascjava.release;

/**
 * What a step does.
 *
 * @since 0.1.0
 */
public enum ReleaseAction {
    /** Waits until a submission that is being canceled is over. */
    AWAIT_CANCELLATION,
    /** Creates a review submission. */
    CREATE_SUBMISSION,
    /** Adds an item to the review submission. */
    ADD_ITEM,
    /** Submits the review submission, once its version is ready. */
    SUBMIT,
    /** Submits a rejected submission again, with the items that it has. */
    RESUBMIT,
    /** Cancels a review submission, which loses all of its items. */
    CANCEL,
    /** Releases an approved version to the App Store. */
    RELEASE,
    /** Pauses, resumes or completes a phased release. */
    SET_PHASE
}
