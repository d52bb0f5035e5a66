package io.github.ascjava.testing.internal.http;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A request as it came.
 *
 * @param method the HTTP method
 * @param url the URL under which the client reached the sandbox
 * @param headers the headers, with the token
 * @param body the body; empty if there is none
 */
public record ApiRequest(String method, HttpUrl url, Headers headers, ByteString body) {

    /** Returns method and path; the query and the headers may hold what does not belong in a log. */
    @Override
    public String toString() {
        return method + " " + url.encodedPath();
    }
}
