package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthenticationException;

/** Thrown when a call was not sent, because its key could sign no token or Apple allows the key no such call. */
public final class ApiKeyUsageException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception for a request that could not be authorized.
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
