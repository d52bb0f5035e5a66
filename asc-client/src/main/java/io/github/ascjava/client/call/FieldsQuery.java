package io.github.ascjava.client.call;

import java.util.Map;

/** The query parameters of operations that take {@link #fields} and nothing else. */
public final class FieldsQuery extends Query<FieldsQuery> {

    /** Makes a query without parameters. */
    public FieldsQuery() {
        this(Map.of());
    }

    private FieldsQuery(Map<String, String> parameters) {
        super(parameters, FieldsQuery::new);
    }
}
