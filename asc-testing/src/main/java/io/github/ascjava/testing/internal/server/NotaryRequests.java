package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Where the Notary API differs from the rest in front of its operations (docs/live-service.md#notary-api). */
final class NotaryRequests {

    private static final int UNAUTHORIZED = 401;

    private NotaryRequests() {}

    static boolean matches(HttpUrl url) {
        return url.pathSegments().get(0).equals("notary");
    }

    /** Writes an error: text without a token, otherwise JSON that is not called JSON. */
    static ApiAnswer answer(ApiErrorException refusal) {
        return refusal.status() == UNAUTHORIZED
                ? ApiAnswer.of(
                        UNAUTHORIZED,
                        "text/plain",
                        ByteString.encodeUtf8("Unauthenticated\n\nRequest ID: SANDBOX1234.0.0\n"))
                : ErrorDocuments.of(refusal).with("Content-Type", "application/octet-stream");
    }
}
