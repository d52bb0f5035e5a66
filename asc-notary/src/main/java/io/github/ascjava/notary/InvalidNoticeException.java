package io.github.ascjava.notary;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a request is not a {@link CompletionNotice}, or if its signature does not prove that it is genuine.
 *
 * @since 0.1.0
 */
public final class InvalidNoticeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidNoticeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
