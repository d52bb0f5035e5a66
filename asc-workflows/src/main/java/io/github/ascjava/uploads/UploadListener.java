package io.github.ascjava.uploads;

/**
 * Is notified of the progress of uploads.
 *
 * <p>Called by the threads of an upload, one call at a time for each upload. Uploads that run at the same time call a shared
 * listener at the same time. A listener that throws ends the upload.
 *
 * @since 0.1.0
 */
public interface UploadListener {

    /** Does nothing. */
    UploadListener NONE = new UploadListener() {};

    /** Called when a stage begins, when a part is done, and up to ten times a second in between. */
    default void onProgress(UploadProgress progress) {}

    /**
     * Called when the upload takes another way than usual, such as a second reservation because the first one has expired.
     *
     * @param fileName the name of the file, without its folder
     * @param notice one sentence, without URLs
     */
    default void onNotice(String fileName, String notice) {}

    /**
     * Called for each warning of Apple about an accepted file.
     *
     * @param fileName the name of the file, without its folder
     */
    default void onWarning(String fileName, UploadProblem warning) {}
}
