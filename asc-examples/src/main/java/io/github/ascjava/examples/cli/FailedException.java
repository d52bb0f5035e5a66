package io.github.ascjava.examples.cli;

import org.jspecify.annotations.Nullable;

/** Thrown by a command that cannot do its job; the message is all that the user sees, and says what to do. */
public final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception with a sentence for the user. */
    public FailedException(String message) {
        this(message, null);
    }

    /** Makes an exception with a sentence for the user and the reason for whoever debugs. */
    public FailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
