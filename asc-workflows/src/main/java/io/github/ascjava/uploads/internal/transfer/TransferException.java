package io.github.ascjava.uploads.internal.transfer;

import org.jspecify.annotations.Nullable;

/** A file could not be sent. The message is one sentence or more, and has no URL. */
public final class TransferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final @Nullable String code;

    TransferException(Kind kind, String message, int status, @Nullable String code, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.code = code;
    }

    TransferException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, 0, null, cause);
    }

    /** Returns the reason. */
    public Kind kind() {
        return kind;
    }

    /** Returns the status of the response that ended the transfer, or 0 if there was none. */
    public int status() {
        return status;
    }

    /** Returns the host's code for the error, such as {@code SignatureDoesNotMatch}, or null if it sent none. */
    public @Nullable String code() {
        return code;
    }

    /** Why a transfer ended. */
    public enum Kind {
        /** The host no longer takes the signature: a 403, or expired credentials. New URLs may help. */
        EXPIRED,
        /** The host takes no part of this size: a 413. */
        TOO_LARGE,
        /** The host rejected a part for another reason. */
        REJECTED,
        /** A part failed too often, or all parts together did, by broken connections or errors of the host. */
        ATTEMPTS_EXHAUSTED,
        /** The certificate of the host is not trusted. */
        UNTRUSTED_HOST,
        /** The file was changed, replaced or deleted during the transfer. */
        FILE_CHANGED,
        /** The file could not be read. */
        FILE_UNREADABLE,
        /** {@link PartTransfer#cancel()} was called, or the thread was interrupted. */
        CANCELED
    }
}
