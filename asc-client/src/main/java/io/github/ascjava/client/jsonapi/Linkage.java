package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One relationship as it was sent, to-one or to-many.
 *
 * @param hasData whether there was a {@code data} member of a documented shape, be it null or empty
 * @param identifiers the resource identifiers in it
 * @param total {@code meta.paging.total}
 * @param limit {@code meta.paging.limit}
 * @param links its links
 */
record Linkage(
        boolean hasData,
        List<ResourceIdentifier> identifiers,
        @Nullable Integer total,
        @Nullable Integer limit,
        Links links) {

    static final Linkage ABSENT = new Linkage(false, List.of(), null, null, Links.NONE);

    /** Takes a relationship in any shape; what is not there or not as documented counts as absent. */
    static Linkage of(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        List<ResourceIdentifier> identifiers = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(each -> addIdentifier(each, identifiers));
        } else {
            addIdentifier(data, identifiers);
        }
        JsonNode paging = relationship.path("meta").path("paging");
        JsonNode links = relationship.path("links");
        return new Linkage(
                data.isArray() || data.isNull() || !identifiers.isEmpty(),
                List.copyOf(identifiers),
                integer(paging.path("total")),
                integer(paging.path("limit")),
                new Links(text(links.path("self")), text(links.path("related"))));
    }

    /** Returns whether {@link #of} takes all of the relationship's data, or there is none. */
    static boolean holds(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        int expected = data.isArray() ? data.size() : data.isMissingNode() || data.isNull() ? 0 : 1;
        return (relationship.isObject() || relationship.isNull())
                && of(relationship).identifiers().size() == expected;
    }

    private static void addIdentifier(JsonNode node, List<ResourceIdentifier> identifiers) {
        String type = text(node.path("type"));
        String id = text(node.path("id"));
        if (type != null && id != null) {
            identifiers.add(new ResourceIdentifier(type, id));
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.canConvertToInt() ? (Integer) node.intValue() : null;
    }
}
