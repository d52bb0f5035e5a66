package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthException;
import io.github.ascjava.auth.KeyNotAllowedException;

/** Thrown when a call was not sent, because its key could sign no token or Apple allows the key no such call. */
public final class KeyException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception for a request that could not be authorised.
     *
     * @param attempts how often the request was sent before
     */
    public KeyException(String operation, int attempts, AuthException cause) {
        super(operation, attempts, String.valueOf(cause.getMessage()), cause);
    }

    /** Returns whether Apple's rules for the kind of key are the reason, rather than a failed signature. */
    public boolean isNotAllowed() {
        return getCause() instanceof KeyNotAllowedException;
    }
}
