package io.github.ascjava.client.error;

/**
 * Thrown for 403: the key's roles do not allow the call, an agreement is missing, or Apple never allows the
 * operation.
 *
 * @since 0.1.0
 */
public final class ForbiddenException extends ApiException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(String operation, Details details) {
        super(operation, details);
    }
}
