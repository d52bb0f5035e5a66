package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;

/** Apple's words for what is refused before any resource is looked at. */
final class Refusals {

    private Refusals() {}

    /** (facts 2.5) */
    static ApiErrorException unauthorized() {
        return new ApiErrorException(401, Errors.NOT_AUTHORIZED);
    }

    /** (facts 3) */
    static ApiErrorException rateLimitExceeded() {
        return new ApiErrorException(429, Errors.RATE_LIMIT_EXCEEDED);
    }

    /** Apple's answer to a URL that is too long does not say so (facts 5.6). */
    static ApiErrorException unexpected() {
        return new ApiErrorException(500, Errors.UNEXPECTED_ERROR);
    }

    /** Which answer an individual key gets is not known; this is the one of keys whose roles do not suffice (facts 1.5). */
    static ApiErrorException keyNotAllowed() {
        return new ApiErrorException(403, Errors.FORBIDDEN_ERROR);
    }

    /** The status is documented, the words are not (facts 4.2). */
    static ApiErrorException unsupportedMediaType() {
        return new ApiErrorException(
                415,
                ErrorObject.of(
                        "UNSUPPORTED_MEDIA_TYPE",
                        "The request entity has a media type that is not supported",
                        "The request entity must be of type 'application/json'"));
    }
}
