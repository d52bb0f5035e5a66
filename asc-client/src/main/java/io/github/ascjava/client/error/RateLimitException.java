package io.github.ascjava.client.error;

/** Thrown for 429: the key has used up its requests of this hour or minute. */
public final class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1L;

    RateLimitException(String operation, Details details) {
        super(operation, details);
    }
}
