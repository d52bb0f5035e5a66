package io.github.ascjava.testing.internal.http;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A request as received.
 *
 * @param method the HTTP method
 * @param url the URL that the client used
 * @param headers the headers, including the token
 * @param body the body; empty if there is none
 */
public record ApiRequest(String method, HttpUrl url, Headers headers, ByteString body) {

    /** Returns method and path; the query and the headers may contain secrets. */
    @Override
    public String toString() {
        return method + " " + url.encodedPath();
    }
}
