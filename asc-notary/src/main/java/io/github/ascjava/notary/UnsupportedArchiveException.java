package io.github.ascjava.notary;

import org.jspecify.annotations.Nullable;

/**
 * Thrown before anything is sent if a file is not one that Apple notarizes: a zip archive, a UDIF disk image or a flat
 * installer package.
 *
 * @since 0.1.0
 */
public final class UnsupportedArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
