package io.github.ascjava.client.call;

import java.util.Map;

/**
 * The query parameters of operations that list resources and accept neither filters nor includes.
 *
 * @since 0.1.0
 */
public final class PageQuery extends Query<PageQuery> {

    /** Creates a query without parameters. */
    public PageQuery() {
        this(Map.of());
    }

    private PageQuery(Map<String, String> parameters) {
        super(parameters, PageQuery::new);
    }

    /** Sets the maximum number of resources per page, 0 to 200. */
    public PageQuery limit(int limit) {
        return limited("limit", limit, 200);
    }
}
