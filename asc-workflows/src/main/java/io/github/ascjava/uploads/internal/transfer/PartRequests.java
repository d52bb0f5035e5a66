package io.github.ascjava.uploads.internal.transfer;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Creates the requests that send parts. Must be thread-safe. */
@FunctionalInterface
public interface PartRequests {

    /**
     * Creates the request of one attempt. Called anew for each attempt, on the thread that sends the part.
     *
     * @param body has the length of the part and no content type; the request must have it as its body
     * @return a request to an https URL, or to an http URL of this machine. Its URL and headers are sent as they are.
     * @throws IOException if there is no request for now; this counts as a failed attempt
     */
    Request request(Part part, RequestBody body) throws IOException;
}
