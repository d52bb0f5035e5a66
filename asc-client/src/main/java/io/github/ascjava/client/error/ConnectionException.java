package io.github.ascjava.client.error;

import java.io.IOException;

/**
 * Thrown when no complete answer came: no connection, a time-out, a connection that broke.
 *
 * <p>A write may have been carried out all the same; read back before sending it again.
 */
public final class ConnectionException extends AscException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception for a failed exchange. */
    public ConnectionException(String operation, IOException cause) {
        super(operation, "no complete answer came (" + describe(cause) + ").", cause);
    }

    private static String describe(IOException cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }
}
