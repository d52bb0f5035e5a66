package io.github.ascjava.testing.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the query of a request asks for.
 *
 * @param fields fields to be shown, by JSON:API type; those of other types are shown all
 * @param includes relationships whose resources are to be included
 * @param limit how many resources of a page, or null if the request does not say
 * @param limits how many included resources, by relationship
 * @param cursor where the page begins, or null for the first one
 * @param sorts what to sort by, with a minus for descending
 * @param parameters the values of all others, by their whole names
 */
record Selection(
        Map<String, Set<String>> fields,
        Set<String> includes,
        @Nullable Integer limit,
        Map<String, Integer> limits,
        @Nullable String cursor,
        List<String> sorts,
        Map<String, List<String>> parameters) {

    /** The most included resources of a relationship that the request does not name a limit for. */
    private static final int INCLUDED = 10;

    /** What a request without a query asks for. */
    static final Selection EVERYTHING = new Selection(Map.of(), Set.of(), null, Map.of(), null, List.of(), Map.of());

    int limitOf(String relationship) {
        return limits.getOrDefault(relationship, INCLUDED);
    }

    /** Returns the values of a parameter; none if the request does not have it. */
    List<String> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }
}
