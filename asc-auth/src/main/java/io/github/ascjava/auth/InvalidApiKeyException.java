package io.github.ascjava.auth;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an API key cannot be loaded; the message says what was found, what was expected and what to do next.
 *
 * <p>Neither the message nor the cause ever holds any part of the key.
 *
 * @since 0.1.0
 */
public final class InvalidApiKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidApiKeyException(String message) {
        this(message, null);
    }

    InvalidApiKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
