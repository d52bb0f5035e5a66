package io.github.ascjava.notary;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a file could not be submitted completely.
 *
 * <p>A submission without its file stays in progress at Apple and does no harm; nothing cancels it. The message has neither
 * credentials nor signed URLs.
 *
 * @since 0.1.0
 */
public final class SubmissionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String submissionId;

    SubmissionFailedException(String message, @Nullable String submissionId, @Nullable Throwable cause) {
        super(message, cause);
        this.submissionId = submissionId;
    }

    /** Returns the ID of the submission that did not get its file, or null if its ID is not known. */
    public @Nullable String submissionId() {
        return submissionId;
    }
}
