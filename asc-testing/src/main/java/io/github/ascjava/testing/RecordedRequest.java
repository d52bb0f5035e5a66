package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A request that the sandbox received.
 *
 * @param at the time, by the sandbox's clock
 * @param method the HTTP method, such as {@code GET}
 * @param url the URL with its query, as the client requested it
 * @param headers the headers, including {@code Authorization} with the token
 * @param body the body; empty if there was none
 * @param status the status of the response; 0 if the connection was closed instead
 * @since 0.1.0
 */
public record RecordedRequest(Instant at, String method, HttpUrl url, Headers headers, ByteString body, int status) {

    /** Returns the path without the query, such as {@code /v1/apps}. */
    public String path() {
        return url.encodedPath();
    }

    /** Returns the body as text, such as a JSON document. */
    public String text() {
        return body.utf8();
    }

    /**
     * Returns method, path with query, and status. Headers and the query of a signed URL are omitted to keep tokens and
     * signatures out of logs.
     */
    @Override
    public String toString() {
        String query = url.query();
        String shown = query == null ? "" : "?" + (SignedUrls.isSigned(url) ? "***" : query);
        return method + " " + url.encodedPath() + shown + " -> " + status;
    }
}
