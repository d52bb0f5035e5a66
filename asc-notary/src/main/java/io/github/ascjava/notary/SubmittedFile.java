package io.github.ascjava.notary;

import java.util.List;

/**
 * A file that Apple has received.
 *
 * @param submissionId the ID of the submission, a UUID
 * @param name the name of the submission
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits in lower case
 * @param size in bytes
 * @param isReused whether the {@linkplain SubmissionRequest#withStateFile state file} says that the same file was submitted
 *     before, so that nothing was sent
 * @param sameName submissions of the last 24 hours under the same name, newest first as Apple lists them; they may be of
 *     other files, because Apple does not tell their hashes. Empty if there is a state file of this file
 * @since 0.1.0
 */
public record SubmittedFile(
        String submissionId, String name, String sha256, long size, boolean isReused, List<Submission> sameName) {

    /** Copies the list. */
    public SubmittedFile {
        sameName = List.copyOf(sameName);
    }
}
