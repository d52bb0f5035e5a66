package io.github.ascjava.client.error;

/**
 * Thrown for 401: Apple did not accept the token. {@link #advice()} says what to check; Apple itself gives no
 * reason.
 *
 * @since 0.1.0
 */
public final class UnauthorizedException extends ApiException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(String operation, Details details) {
        super(operation, details);
    }
}
