package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthenticationException;

/**
 * Thrown when a call was not sent, because its key could not sign a token or is not allowed to make the call.
 *
 * @since 0.1.0
 */
public final class ApiKeyUsageException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a request that could not be authorized.
     *
     * @param attempts how often the request was sent before
     */
    public ApiKeyUsageException(String operation, int attempts, AuthenticationException cause) {
        super(operation, attempts, String.valueOf(cause.getMessage()), cause);
    }

    /** Returns whether Apple's rules for the kind of key are the reason, rather than a failed signature. */
    public boolean isKeyNotAllowed() {
        return getCause() instanceof AuthenticationException cause && cause.isKeyNotAllowed();
    }
}
