package io.github.ascjava.client.error;

import java.io.IOException;

/**
 * Thrown when no complete response arrived: the connection failed or broke, the call timed out, or the thread was
 * interrupted.
 *
 * <p>A write may have been applied; read the resource before retrying it.
 *
 * @since 0.1.0
 */
public final class ConnectionException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a failed attempt.
     *
     * @param attempts how often the request was sent
     * @param problem why there is no response
     */
    public ConnectionException(String operation, int attempts, String problem, IOException cause) {
        super(operation, attempts, "no complete response: " + problem + (problem.endsWith(".") ? "" : "."), cause);
    }
}
