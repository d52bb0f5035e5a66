package io.github.ascjava.client.http;

import okhttp3.HttpUrl;
import okhttp3.Request;

/** What every request needs before it is sent. */
final class Requests {

    /** Measured on the live service (facts 5.6). */
    static final int LONGEST_URL = 4096;

    private Requests() {}

    static Request prepared(Request request) {
        int length = length(request.url());
        if (length > LONGEST_URL) {
            throw new IllegalArgumentException(
                    Operation.of(request) + ": the URL has " + length + " bytes. Apple answers"
                            + " a URL over " + LONGEST_URL + " bytes with status 500; split the filter values over"
                            + " several calls.");
        }
        return request.header("Accept") == null
                ? request.newBuilder().header("Accept", "application/json").build()
                : request;
    }

    /** Returns the length in bytes; what is written of a URL is ASCII. */
    static int length(HttpUrl url) {
        return url.toString().length();
    }
}
