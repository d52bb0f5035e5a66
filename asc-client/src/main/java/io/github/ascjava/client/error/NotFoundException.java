package io.github.ascjava.client.error;

/**
 * Thrown for 404 and 410: there is no such resource, or no longer. Reports answer so when there is nothing to
 * report.
 */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String operation, Details details) {
        super(operation, details);
    }
}
