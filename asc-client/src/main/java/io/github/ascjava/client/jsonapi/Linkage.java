package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What one relationship said about the related resources, to-one or to-many.
 *
 * @param hasData whether there was a {@code data} member of a documented shape, be it null or empty
 * @param identifiers the resource identifiers in it
 * @param paging how many it said there are
 */
record Linkage(boolean hasData, List<ResourceIdentifier> identifiers, Paging paging) {

    static final Linkage ABSENT = new Linkage(false, List.of(), Paging.UNSAID);

    /** Returns whether a linkage can hold all of a relationship's data, or there is none. */
    static boolean holds(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        if (!relationship.isObject() || data.isMissingNode()) {
            return relationship.isObject() || relationship.isNull();
        }
        if (data.isArray()) {
            for (JsonNode element : data) {
                if (!isIdentifier(element)) {
                    return false;
                }
            }
            return true;
        }
        return data.isNull() || isIdentifier(data);
    }

    private static boolean isIdentifier(JsonNode node) {
        return node.path("type").isTextual() && node.path("id").isTextual();
    }
}
