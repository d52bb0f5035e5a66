package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Include;
import java.util.Map;

/**
 * The query parameters of operations that list resources and accept no filters.
 *
 * @param <I> what can be included with the resources
 * @since 0.1.0
 */
public final class ListQuery<I extends Include> extends IncludingQuery<ListQuery<I>, I> {

    /** Creates a query without parameters. */
    public ListQuery() {
        this(Map.of());
    }

    private ListQuery(Map<String, String> parameters) {
        super(parameters, ListQuery::new);
    }

    /** Sets the maximum number of resources per page, 0 to 200. */
    public ListQuery<I> limit(int limit) {
        return limited("limit", limit, 200);
    }
}
