package io.github.ascjava.client.error;

/** Thrown for 409: the request does not fit the state of things; most validation errors of writes come so. */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    ConflictException(String operation, Details details) {
        super(operation, details);
    }
}
