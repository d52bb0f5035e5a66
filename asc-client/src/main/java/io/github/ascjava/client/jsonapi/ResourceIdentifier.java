package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type and id of a resource, JSON:API's "resource identifier object".
 *
 * @param type the JSON:API type, such as {@code apps}
 * @param id the id
 */
public record ResourceIdentifier(String type, String id) {

    /** Checks that nothing is missing. */
    public ResourceIdentifier {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /** Reads the value at which the cursor stands, or goes over it and returns null if it is no identifier. */
    static @Nullable ResourceIdentifier read(Cursor cursor) throws IOException {
        if (!cursor.entersObject()) {
            return null;
        }
        String type = null;
        String id = null;
        for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
            switch (name) {
                case "type" -> type = cursor.text();
                case "id" -> id = cursor.text();
                default -> cursor.parser().skipChildren();
            }
        }
        return type == null || id == null ? null : new ResourceIdentifier(type, id);
    }

    /** Returns type and id with a blank between them. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
