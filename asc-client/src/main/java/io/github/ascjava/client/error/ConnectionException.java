package io.github.ascjava.client.error;

import java.io.IOException;

/**
 * Thrown when no complete answer came: no connection, a connection that broke, a call that took too long, an interrupted
 * thread.
 *
 * <p>A write may have been carried out all the same; read back before sending it again.
 */
public final class ConnectionException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception for a failed exchange.
     *
     * @param attempts how often the request was sent
     * @param problem what kept the answer from coming
     */
    public ConnectionException(String operation, int attempts, String problem, IOException cause) {
        super(operation, attempts, "no complete answer came: " + problem + (problem.endsWith(".") ? "" : "."), cause);
    }
}
