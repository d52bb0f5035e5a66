package io.github.ascjava.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a successful response is unusable: not JSON, not the expected document, too large, or with a link to
 * another host.
 *
 * @since 0.1.0
 */
public final class InvalidResponseException extends AscException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that describes the problem. */
    public InvalidResponseException(String operation, int attempts, String problem, @Nullable Throwable cause) {
        super(operation, attempts, "unusable response: " + problem + ".", cause);
    }
}
