package io.github.ascjava.client.error;

import java.util.Optional;
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
    private final @Nullable ExistingResource existing;

    AscException(String operation, int attempts, String message, @Nullable Throwable cause) {
        this(operation, attempts, message, cause, null);
    }

    AscException(
            String operation,
            int attempts,
            String message,
            @Nullable Throwable cause,
            @Nullable ExistingResource existing) {
        super(
                ErrorText.oneLine(operation + ": " + message + (attempts > 1 ? " (" + attempts + " attempts)" : "")),
                cause);
        this.operation = operation;
        this.attempts = attempts;
        this.existing = existing;
    }

    /** Returns method and path template of the call, such as {@code GET /v1/users/{id}}. */
    public final String operation() {
        return operation;
    }

    /** Returns how often the request was sent; 0 if not at all. */
    public final int attempts() {
        return attempts;
    }

    /**
     * Returns the resource that exists in place of the one to be created, if its values differ; empty unless the call was
     * made with {@link io.github.ascjava.client.call.ApiCall#orExisting()}.
     */
    public final Optional<ExistingResource> existing() {
        return Optional.ofNullable(existing);
    }

    /** Gives a copy of this exception its stack trace and its suppressed exceptions. */
    final <E extends AscException> E traced(E copy) {
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
