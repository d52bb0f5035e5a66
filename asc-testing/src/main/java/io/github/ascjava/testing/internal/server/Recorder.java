package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiRequest;

/** Is told of every request, before its answer is sent; called by many threads. */
@FunctionalInterface
public interface Recorder {

    /**
     * Takes note of a request.
     *
     * @param status of the answer; 0 if none is sent
     */
    void record(ApiRequest request, int status);
}
