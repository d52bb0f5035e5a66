package io.github.ascjava.client.error;

import org.jspecify.annotations.Nullable;

/** Thrown when an answer of success is not what was promised: no JSON, another document, too large, a link that leads astray. */
public final class InvalidResponseException extends AscException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception that says what is wrong with the answer. */
    public InvalidResponseException(String operation, int attempts, String problem, @Nullable Throwable cause) {
        super(operation, attempts, "the answer could not be used: " + problem + ".", cause);
    }
}
