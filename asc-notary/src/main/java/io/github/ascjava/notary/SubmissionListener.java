package io.github.ascjava.notary;

/**
 * Is notified of the course of {@link Notary#submit(SubmissionRequest) submit}, on the thread that called it. An exception of
 * it ends the submission.
 *
 * @since 0.1.0
 */
public interface SubmissionListener {

    /**
     * Is called while the file is read for the first time, to compute its hashes.
     *
     * @param bytesDone bytes read
     * @param bytes size of the file
     */
    default void onHashed(long bytesDone, long bytes) {}

    /** Is called when Apple has given the submission an ID; again if it had to be submitted once more. */
    default void onSubmitted(String submissionId) {}

    /**
     * Is called about ten times per second while the file is sent.
     *
     * @param bytesSent bytes handed to the network
     * @param bytes size of the file
     * @param partsDone parts that are confirmed
     * @param parts number of parts
     */
    default void onSent(long bytesSent, long bytes, int partsDone, int parts) {}

    /**
     * Is called if something was begun that cannot be continued, and the file is submitted anew.
     *
     * @param reason a sentence
     */
    default void onRestart(String reason) {}
}
