package io.github.ascjava.client.call;

import java.util.Map;

/** The query parameters of operations that list the ids of related resources. */
public final class IdQuery extends Query<IdQuery> {

    /** Makes a query without parameters. */
    public IdQuery() {
        this(Map.of());
    }

    private IdQuery(Map<String, String> parameters) {
        super(parameters, IdQuery::new);
    }

    /** Sets how many ids a page holds, 200 at most. */
    public IdQuery limit(int limit) {
        return limited("limit", limit, 200);
    }
}
