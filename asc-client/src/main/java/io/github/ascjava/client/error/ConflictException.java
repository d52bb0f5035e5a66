package io.github.ascjava.client.error;

/**
 * Thrown for 409: the request conflicts with the current state. Most validation errors of writes have this status.
 *
 * @since 0.1.0
 */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    ConflictException(String operation, Details details) {
        super(operation, details);
    }
}
