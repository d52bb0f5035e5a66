package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Include;
import java.util.Map;

/**
 * The query parameters of operations that get one resource.
 *
 * @param <I> what can be included with the resource
 * @since 0.1.0
 */
public final class GetQuery<I extends Include> extends IncludingQuery<GetQuery<I>, I> {

    /** Creates a query without parameters. */
    public GetQuery() {
        this(Map.of());
    }

    private GetQuery(Map<String, String> parameters) {
        super(parameters, GetQuery::new);
    }
}
