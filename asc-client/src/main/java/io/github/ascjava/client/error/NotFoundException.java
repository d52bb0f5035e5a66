package io.github.ascjava.client.error;

/**
 * Thrown for 404 and 410: the resource does not exist, or no longer exists. Reports without data have the same status.
 *
 * @since 0.1.0
 */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String operation, Details details) {
        super(operation, details);
    }
}
