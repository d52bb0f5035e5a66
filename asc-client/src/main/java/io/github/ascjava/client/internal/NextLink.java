package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Makes the request for the page after an answered one.
 *
 * <p>Most links to a next page carry the whole query, and Apple refuses a parameter that is there twice; those of price
 * lists leave out {@code include} and {@code fields} and need them again (H7). So what is missing is added, and nothing
 * else.
 */
final class NextLink {

    private static final String CURSOR = "cursor";

    private NextLink() {}

    /**
     * Returns the request for the page that a link leads to.
     *
     * @param request what the page with the link answered
     * @throws InvalidResponseException if the link leads to another host, where the token must not go, or is longer than
     *     Apple takes
     */
    static Request follow(Request request, String link) {
        HttpUrl url = request.url().resolve(link);
        if (url == null || !RequestValidator.isSameOrigin(url, request.url())) {
            throw new InvalidResponseException(
                    Operation.of(request),
                    1,
                    "its link to the next page leads to "
                            + (url == null ? "no http URL" : url.redact()) + ", while the list is on "
                            + request.url().redact(),
                    null);
        }
        HttpUrl complete = withMissing(url, request.url());
        if (RequestValidator.length(complete) > RequestValidator.LONGEST_URL) {
            throw new InvalidResponseException(
                    Operation.of(request),
                    1,
                    "its link to the next page has " + RequestValidator.length(complete)
                            + " bytes, and Apple answers a URL over " + RequestValidator.LONGEST_URL
                            + " bytes with status 500; ask for fewer filter values or fields",
                    null);
        }
        return request.newBuilder().url(complete).build();
    }

    /** Names are compared decoded: brackets come back encoded or not. */
    private static HttpUrl withMissing(HttpUrl next, HttpUrl answered) {
        Set<String> present = next.queryParameterNames();
        HttpUrl.Builder complete = null;
        for (int i = 0; i < answered.querySize(); i++) {
            String name = answered.queryParameterName(i);
            if (!present.contains(name) && !name.equals(CURSOR)) {
                complete = complete == null ? next.newBuilder() : complete;
                complete.addQueryParameter(name, answered.queryParameterValue(i));
            }
        }
        return complete == null ? next : complete.build();
    }
}
