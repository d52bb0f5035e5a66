package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Include;
import java.util.Map;
import java.util.function.Function;

/**
 * The query parameters of an operation that can include related resources in its response.
 *
 * @param <Q> the class of the query itself
 * @param <I> what can be included
 */
public abstract class IncludingQuery<Q extends Query<Q>, I extends Include> extends Query<Q> {

    /** Takes over the parameters of another query, or none. */
    protected IncludingQuery(Map<String, String> parameters, Function<Map<String, String>, Q> copy) {
        super(parameters, copy);
    }

    /**
     * Includes related resources in the response.
     *
     * @param relationships at least one; the type lists what some operation on the resource includes, and Apple refuses
     *     what this one does not
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read, as what it is: names of relationships.
    public final Q include(I... relationships) {
        return set("include", (Object[]) relationships);
    }

    /**
     * Sets how many resources of an included to-many relationship come with each.
     *
     * @param relationship what is included
     * @param limit Apple allows 50 with nearly all operations, and sends 10 if nothing is said
     */
    public final Q limit(I relationship, int limit) {
        return limited("limit[" + relationship.value() + "]", limit, LARGEST_LIMIT);
    }
}
