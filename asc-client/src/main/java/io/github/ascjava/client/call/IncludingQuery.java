package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Include;
import java.util.Map;
import java.util.function.Function;

/**
 * The query parameters of an operation that can include related resources in its response.
 *
 * @param <Q> the class of the query itself
 * @param <I> what can be included
 * @since 0.1.0
 */
public abstract class IncludingQuery<Q extends Query<Q>, I extends Include> extends Query<Q> {

    /** Copies the parameters of another query, or starts without any. */
    protected IncludingQuery(Map<String, String> parameters, Function<Map<String, String>, Q> copy) {
        super(parameters, copy);
    }

    /**
     * Includes related resources in the response.
     *
     * @param relationships at least one; the type has the relationships that any operation on the resource can include,
     *     and Apple rejects those that this one cannot
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public final Q include(I... relationships) {
        return set("include", (Object[]) relationships);
    }

    /**
     * Sets the maximum number of included resources of a to-many relationship, for each resource.
     *
     * @param relationship the included relationship
     * @param limit up to 50 for nearly all operations; Apple includes 10 by default
     */
    public final Q limit(I relationship, int limit) {
        return limited("limit[" + relationship.value() + "]", limit, LARGEST_LIMIT);
    }
}
