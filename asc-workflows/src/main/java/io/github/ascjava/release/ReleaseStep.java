package io.github.ascjava.release;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan. Immutable.
 *
 * @param action what it does
 * @param type the JSON:API type of the resource that it is about, such as {@code appStoreVersions}
 * @param id ID of that resource, or null if it does not exist yet
 * @param detail what it is about in words, such as {@code version 1.1}; the new state of a phased release
 * @since 0.1.0
 */
public record ReleaseStep(
        ReleaseAction action, String type, @Nullable String id, String detail) {

    /** Returns a line for people. */
    public String describe() {
        return switch (action) {
            case AWAIT_CANCELLATION -> "Wait until the cancellation of " + detail + " is done";
            case CREATE_SUBMISSION -> "Create a review submission for " + detail;
            case ADD_ITEM -> "Add " + detail + " to the review submission";
            case SUBMIT -> "Submit " + detail + " for review";
            case RESUBMIT -> "Submit " + detail + " for review again, after its rejection";
            case CANCEL -> "Cancel the review of " + detail;
            case RELEASE -> "Release " + detail + " to the App Store";
            case SET_PHASE -> "Set the phased release to " + detail;
        };
    }
}
