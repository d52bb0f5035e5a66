package io.github.ascjava.client.call;

import java.util.Map;

/** The query parameters of operations that list resources and take neither filters nor anything to include. */
public final class PageQuery extends Query<PageQuery> {

    /** Makes a query without parameters. */
    public PageQuery() {
        this(Map.of());
    }

    private PageQuery(Map<String, String> parameters) {
        super(parameters, PageQuery::new);
    }

    /** Sets how many resources a page holds, 200 at most. */
    public PageQuery limit(int limit) {
        return limited("limit", limit, 200);
    }
}
