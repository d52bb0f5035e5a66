package io.github.ascjava.client.call;

import java.util.Map;

/**
 * The query parameters of operations that accept {@link #fields} only.
 *
 * @since 0.1.0
 */
public final class FieldsQuery extends Query<FieldsQuery> {

    /** Creates a query without parameters. */
    public FieldsQuery() {
        this(Map.of());
    }

    private FieldsQuery(Map<String, String> parameters) {
        super(parameters, FieldsQuery::new);
    }
}
