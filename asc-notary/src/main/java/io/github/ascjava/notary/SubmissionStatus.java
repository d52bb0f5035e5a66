package io.github.ascjava.notary;

import io.github.ascjava.client.jsonapi.OpenEnum;

/**
 * The status of a submission; Apple may add values.
 *
 * @see <a href="https://developer.apple.com/documentation/notaryapi/submissionresponse">Apple's page</a>
 * @since 0.1.0
 */
public final class SubmissionStatus extends OpenEnum {

    /** Apple has not finished, or has not received the file. */
    public static final SubmissionStatus IN_PROGRESS = new SubmissionStatus("In Progress");

    /** Notarized: a ticket exists. */
    public static final SubmissionStatus ACCEPTED = new SubmissionStatus("Accepted");

    /** Not notarized; the log lists the issues of the file. */
    public static final SubmissionStatus INVALID = new SubmissionStatus("Invalid");

    /** Not notarized, for a reason outside of the file; the log names it. */
    public static final SubmissionStatus REJECTED = new SubmissionStatus("Rejected");

    private SubmissionStatus(String value) {
        super(value);
    }

    /** Returns the status with a value in Apple's spelling, such as {@code In Progress}. */
    public static SubmissionStatus of(String value) {
        return new SubmissionStatus(value);
    }

    /** Returns whether the status is final: accepted, invalid or rejected. */
    public boolean isFinal() {
        return equals(ACCEPTED) || equals(INVALID) || equals(REJECTED);
    }
}
