package io.github.ascjava.testing.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request's query.
 *
 * @param fields fields to be returned, by JSON:API type; types without an entry return all fields
 * @param includes relationships whose resources are to be included
 * @param limit the page size, or null if the request does not set it
 * @param limits the numbers of included resources, by relationship
 * @param cursor where the page begins, or null for the first page
 * @param sorts sort keys, with a minus for descending
 * @param parameters the values of all others, by their full names
 */
record Selection(
        Map<String, Set<String>> fields,
        Set<String> includes,
        @Nullable Integer limit,
        Map<String, Integer> limits,
        @Nullable String cursor,
        List<String> sorts,
        Map<String, List<String>> parameters) {

    /** The number of included resources of a relationship without a limit in the request. */
    static final int INCLUDED = 10;

    /** Returns the values of a parameter; empty if the request does not have it. */
    List<String> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }
}
