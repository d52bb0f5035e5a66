package io.github.ascjava.testing.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import okhttp3.Headers;
import okio.ByteString;

/**
 * A response as it is sent.
 *
 * @param status the HTTP status
 * @param headers the headers, {@code Content-Type} included
 * @param body the body; empty if there is none
 */
public record ApiAnswer(int status, Headers headers, ByteString body) {

    /** Creates a response with a JSON body. */
    public static ApiAnswer json(int status, JsonNode body) {
        return of(status, "application/json", ByteString.encodeUtf8(body.toString()));
    }

    /** Creates a response with bytes of any type. */
    public static ApiAnswer of(int status, String contentType, ByteString body) {
        return new ApiAnswer(status, Headers.of("Content-Type", contentType), body);
    }

    /** Creates a response without a body. */
    public static ApiAnswer empty(int status) {
        return new ApiAnswer(status, Headers.of(), ByteString.EMPTY);
    }

    /** Returns the same response with one more header. */
    public ApiAnswer with(String name, String value) {
        return new ApiAnswer(status, headers.newBuilder().set(name, value).build(), body);
    }
}
