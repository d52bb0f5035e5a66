package io.github.ascjava.notary.internal;

import org.jspecify.annotations.Nullable;

/** S3 did not do what it was asked for. The message is a sentence without a URL. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String code;

    StorageException(String message, @Nullable String code, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns S3's code for the error, such as {@code NoSuchUpload}, or null if there is none. */
    public @Nullable String code() {
        return code;
    }
}
