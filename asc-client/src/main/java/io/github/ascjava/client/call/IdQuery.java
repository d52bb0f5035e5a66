package io.github.ascjava.client.call;

import java.util.Map;

/**
 * The query parameters of operations that list the IDs of related resources.
 *
 * @since 0.1.0
 */
public final class IdQuery extends Query<IdQuery> {

    /** Creates a query without parameters. */
    public IdQuery() {
        this(Map.of());
    }

    private IdQuery(Map<String, String> parameters) {
        super(parameters, IdQuery::new);
    }

    /** Sets the maximum number of IDs per page, 0 to 200. */
    public IdQuery limit(int limit) {
        return limited("limit", limit, 200);
    }
}
