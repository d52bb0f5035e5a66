package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import java.util.List;
import java.util.Map;

/**
 * A resource in a request that has passed the checks.
 *
 * @param shape the members that it may have
 * @param id its ID; a local ID for an included resource, empty for a resource to be created
 * @param pointer the JSON pointer to it in the body
 * @param relationships by name; an empty list clears the relationship
 * @param included the resources to be created with it
 */
record Entity(
        BodyShape shape,
        String id,
        String pointer,
        ObjectNode attributes,
        Map<String, List<Identifier>> relationships,
        List<Entity> included) {

    /**
     * The type and ID of a resource.
     *
     * @param pointer the JSON pointer to it in the body
     */
    record Identifier(String type, String id, String pointer) {

        /** A local ID refers to a resource that the same request creates. */
        boolean isLocal() {
            return isLocal(id);
        }

        static boolean isLocal(String id) {
            return id.startsWith("${") && id.endsWith("}") && id.length() > "${}".length();
        }
    }
}
