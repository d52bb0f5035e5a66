package io.github.ascjava.uploads;

/**
 * What an upload is doing.
 *
 * @since 0.1.0
 */
public enum UploadStage {
    /** Reserves the file, or looks for the reservation of an earlier run. */
    RESERVING,
    /** Sends the parts of the file. */
    SENDING,
    /** Tells Apple that all parts are sent. */
    COMMITTING,
    /** Waits for Apple to check and convert the file. */
    PROCESSING,
    /** Apple has accepted the file. */
    COMPLETE
}
