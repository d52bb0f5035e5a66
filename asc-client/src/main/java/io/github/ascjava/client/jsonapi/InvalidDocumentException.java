package io.github.ascjava.client.jsonapi;

import java.io.IOException;

/**
 * Thrown while a response is read that is JSON, but no document of the promised kind, or larger than allowed.
 *
 * <p>An {@link IOException}, because that is what Retrofit lets converters throw; calls turn it into the exception that
 * users see.
 */
public final class InvalidDocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidDocumentException(String message) {
        super(message);
    }
}
