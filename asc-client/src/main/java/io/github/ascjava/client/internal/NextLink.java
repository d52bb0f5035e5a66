package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Creates the request for the next page.
 *
 * <p>Most next links repeat the whole query, and Apple rejects a repeated parameter; those of price lists drop
 * {@code include} and {@code fields}, which must be added again (docs/live-service.md#next-links-differ). Therefore
 * only missing parameters are added.
 */
final class NextLink {

    private static final String CURSOR = "cursor";

    private NextLink() {}

    /**
     * Returns the request for the page that a link leads to.
     *
     * @param request the request for the page with the link
     * @param scope where links may lead
     * @throws InvalidResponseException if the link leads to another host or out of the base URL, where the token must not
     *     go, or is longer than Apple allows
     */
    static Request follow(Request request, String link, LinkScope scope) {
        HttpUrl url = request.url().resolve(link);
        if (url == null || !scope.allows(request.url(), url)) {
            throw new InvalidResponseException(
                    Operation.of(request),
                    1,
                    "its link to the next page leads to "
                            + (url == null ? "something that is not an HTTP URL" : url.redact())
                            + ", while the list is on "
                            + request.url().redact()
                            + (url == null || !LinkScope.isSameOrigin(url, request.url())
                                    ? ""
                                    : " below " + scope.base().encodedPath()),
                    null);
        }
        HttpUrl complete = withMissing(url, request.url());
        if (RequestValidator.length(complete) > RequestValidator.LONGEST_URL) {
            throw new InvalidResponseException(
                    Operation.of(request),
                    1,
                    "its link to the next page has " + RequestValidator.length(complete)
                            + " bytes, and Apple responds to a URL over " + RequestValidator.LONGEST_URL
                            + " bytes with status 500; use fewer filter values or fields",
                    null);
        }
        return request.newBuilder().url(complete).build();
    }

    /** Names are compared decoded, because brackets may be encoded. */
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
