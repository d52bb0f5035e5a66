package io.github.ascjava.client.jsonapi;

import java.io.IOException;

/**
 * Thrown when a response is JSON, but not the expected document, or is larger than allowed.
 *
 * <p>An {@link IOException}, because Retrofit lets converters throw it; calls translate it into the exception that users see.
 *
 * @since 0.1.0
 */
public final class InvalidDocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidDocumentException(String message) {
        super(message);
    }
}
