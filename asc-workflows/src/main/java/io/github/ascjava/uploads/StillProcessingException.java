package io.github.ascjava.uploads;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when Apple has received a file and has neither accepted nor rejected it when the time is over.
 *
 * <p>Read the resource later instead of uploading the file again.
 *
 * @since 0.1.0
 */
public final class StillProcessingException extends UploadException {

    private static final long serialVersionUID = 1L;

    StillProcessingException(
            String fileName,
            String name,
            String id,
            Duration timeout,
            String state,
            boolean resumable,
            @Nullable Throwable cause) {
        super(
                "Apple has received " + fileName + " and did not finish it within " + timeout.toSeconds()
                        + " seconds (" + state + "). Read " + name + " " + id
                        + " later; there is no need to upload the file again.",
                id,
                resumable,
                cause);
    }
}
