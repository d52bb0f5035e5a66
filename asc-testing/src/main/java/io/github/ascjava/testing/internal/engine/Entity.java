package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import java.util.List;
import java.util.Map;

/**
 * What a request says of a resource, after it has passed the checks.
 *
 * @param shape what it may say
 * @param id the id that it gives; a local one in an included resource, empty in one to be created
 * @param pointer where in the body it is
 * @param relationships by name; empty lists where a relationship is to be cleared
 * @param included the resources that are to be created with it
 */
record Entity(
        BodyShape shape,
        String id,
        String pointer,
        ObjectNode attributes,
        Map<String, List<Identifier>> relationships,
        List<Entity> included) {

    /**
     * The type and id of a resource.
     *
     * @param pointer where in the body it is
     */
    record Identifier(String type, String id, String pointer) {

        /** A local id stands for a resource that the same request creates. */
        boolean isLocal() {
            return isLocal(id);
        }

        static boolean isLocal(String id) {
            return id.startsWith("${") && id.endsWith("}") && id.length() > "${}".length();
        }
    }
}
