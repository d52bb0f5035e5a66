package io.github.ascjava.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that a call to App Store Connect throws.
 *
 * <p>Unchecked, so that calls can be used in lambdas and streams. The message is one line: the operation, what happened,
 * and, where known, what to do about it.
 *
 * @since 0.1.0
 */
public abstract class AscException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int attempts;

    AscException(String operation, int attempts, String message, @Nullable Throwable cause) {
        super(
                ErrorText.oneLine(operation + ": " + message + (attempts > 1 ? " (" + attempts + " attempts)" : "")),
                cause);
        this.operation = operation;
        this.attempts = attempts;
    }

    /** Returns method and path template of the call, such as {@code GET /v1/users/{id}}. */
    public final String operation() {
        return operation;
    }

    /** Returns how often the request was sent; 0 if not at all. */
    public final int attempts() {
        return attempts;
    }
}
