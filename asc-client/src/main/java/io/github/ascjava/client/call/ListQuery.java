package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Include;
import java.util.Map;

/**
 * The query parameters of operations that list resources and take no filters.
 *
 * @param <I> what can be included with the resources
 */
public final class ListQuery<I extends Include> extends IncludingQuery<ListQuery<I>, I> {

    /** Makes a query without parameters. */
    public ListQuery() {
        this(Map.of());
    }

    private ListQuery(Map<String, String> parameters) {
        super(parameters, ListQuery::new);
    }

    /** Sets how many resources a page holds, 200 at most. */
    public ListQuery<I> limit(int limit) {
        return limited("limit", limit, 200);
    }
}
