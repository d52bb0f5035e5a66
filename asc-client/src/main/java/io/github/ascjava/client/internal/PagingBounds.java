package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Ends an iteration whose links to next pages do not come to an end. */
final class PagingBounds {

    private static final int MOST_EMPTY_PAGES = 5;
    private static final long MOST_TOTALS = 3;
    /** Lists grow while they are read. */
    private static final long TOLERANCE = 1_000;

    private final int maxPages;
    private final Set<String> visited = new HashSet<>();
    private int pages;
    private int emptyPages;
    private long elements;

    PagingBounds(int maxPages) {
        this.maxPages = maxPages;
    }

    /** Counts a page that was received. */
    void add(Request request, Page<?> page) {
        visited.add(key(request.url()));
        int size = page.data().size() + page.unknownElements().size();
        pages++;
        elements += size;
        emptyPages = size == 0 ? emptyPages + 1 : 0;
    }

    /**
     * Checks that the page after the given one may be requested.
     *
     * @throws InvalidResponseException if a bound was reached
     */
    void requireMore(Request next, Page<?> last) {
        Integer total = last.total();
        if (visited.contains(key(next.url()))) {
            throw exceeded(next, "its link to the next page leads back to a page seen before");
        }
        if (emptyPages >= MOST_EMPTY_PAGES) {
            throw exceeded(
                    next,
                    MOST_EMPTY_PAGES + " pages in a row had no elements, but a link to the next page all the same");
        }
        if (total != null && total > 0 && elements > MOST_TOTALS * total + TOLERANCE) {
            throw exceeded(
                    next,
                    "the list has " + elements + " elements so far, more than " + MOST_TOTALS + " times its total of "
                            + total + " and " + TOLERANCE);
        }
        if (pages >= maxPages) {
            throw exceeded(
                    next,
                    "the list has more than " + maxPages + " pages; allow more with ClientOptions.Builder.maxPages");
        }
    }

    private static InvalidResponseException exceeded(Request request, String problem) {
        return new InvalidResponseException(Operation.of(request), 1, problem, null);
    }

    /**
     * The order and encoding of query parameters do not matter, and servers do not receive fragments; a text, because texts of
     * equal hash do not slow a set down.
     */
    private static String key(HttpUrl url) {
        HttpUrl list = url.newBuilder().query(null).fragment(null).build();
        Set<String> query = new TreeSet<>();
        for (int i = 0; i < url.querySize(); i++) {
            // Encoded, so that an equals sign in a name is not taken for the one after the name.
            query.add(list.newBuilder()
                    .addQueryParameter(url.queryParameterName(i), url.queryParameterValue(i))
                    .build()
                    .toString());
        }
        return list + " " + query;
    }
}
