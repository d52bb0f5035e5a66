package io.github.ascjava.uploads;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a file is not an {@code .ipa} or {@code .pkg} file that can be uploaded, is damaged, or lacks what App Store
 * Connect requires.
 *
 * <p>The message is one sentence that names the file, the cause and the next step.
 *
 * @since 0.1.0
 */
public final class InvalidPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPackageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
