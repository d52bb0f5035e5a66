package io.github.ascjava.client.error;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

    private final String problem;

    /**
     * Creates an exception for a failed attempt.
     *
     * @param attempts how often the request was sent
     * @param problem why there is no response
     */
    public ConnectionException(String operation, int attempts, String problem, IOException cause) {
        this(operation, attempts, problem, cause, null);
    }

    private ConnectionException(
            String operation,
            int attempts,
            String problem,
            @Nullable Throwable cause,
            @Nullable ExistingResource existing) {
        super(
                operation,
                attempts,
                "no complete response: " + problem + (problem.endsWith(".") ? "" : "."),
                cause,
                existing);
        this.problem = problem;
    }

    /**
     * Returns the same exception with further advice.
     *
     * @param sentence what to do about it
     * @param existing the resource that exists in place of the one to be created, or null
     */
    public ConnectionException withAdvice(String sentence, @Nullable ExistingResource existing) {
        String said = problem + (problem.endsWith(".") ? " " : ". ") + sentence;
        return traced(new ConnectionException(operation(), attempts(), said, getCause(), existing));
    }
}
