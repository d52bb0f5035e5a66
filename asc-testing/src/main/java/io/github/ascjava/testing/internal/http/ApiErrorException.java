package io.github.ascjava.testing.internal.http;

import java.util.List;

/** Thrown anywhere in the sandbox to respond with errors. */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ErrorObject> errors;

    /** Creates a response with at least one error. */
    public ApiErrorException(int status, ErrorObject... errors) {
        this(status, List.of(errors));
    }

    /** Creates a response with at least one error. */
    public ApiErrorException(int status, List<ErrorObject> errors) {
        super(status + " " + errors, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** Does nothing if there are no errors. */
    public static void throwIfAny(int status, List<ErrorObject> errors) {
        if (!errors.isEmpty()) {
            throw new ApiErrorException(status, errors);
        }
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the errors, at least one. */
    public List<ErrorObject> errors() {
        return errors;
    }
}
