package io.github.ascjava.client.jsonapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resource linkage of a relationship, to-one or to-many.
 *
 * @param hasData whether there was a {@code data} member of a documented shape, be it null or empty
 * @param identifiers the resource identifiers in it
 * @param paging the reported number of related resources
 */
record Linkage(boolean hasData, List<ResourceIdentifier> identifiers, Paging paging) {

    static final Linkage ABSENT = new Linkage(false, List.of(), Paging.UNSAID);

    /** Returns whether a linkage can hold all of a relationship's data, or the relationship has none. */
    static boolean canHold(@Nullable Object relationship) {
        if (!(relationship instanceof Map<?, ?> object)) {
            return relationship == null;
        }
        Object data = object.get("data");
        return data instanceof List<?> list
                ? list.stream().allMatch(Linkage::isIdentifier)
                : data == null || isIdentifier(data);
    }

    private static boolean isIdentifier(@Nullable Object value) {
        return value instanceof Map<?, ?> object
                && object.get("type") instanceof String
                && object.get("id") instanceof String;
    }
}
