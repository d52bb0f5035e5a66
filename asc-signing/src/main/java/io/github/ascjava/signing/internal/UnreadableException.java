package io.github.ascjava.signing.internal;

import org.jspecify.annotations.Nullable;

/** Thrown when bytes are not what they are taken for; the message completes the sentence "FILE ...". */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        this(message, null);
    }

    public UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
