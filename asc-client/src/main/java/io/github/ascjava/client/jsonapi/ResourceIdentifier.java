package io.github.ascjava.client.jsonapi;

import java.util.Objects;

/**
 * The type and ID of a resource: JSON:API's "resource identifier object".
 *
 * @param type the JSON:API type, such as {@code apps}
 * @param id the id
 * @since 0.1.0
 */
public record ResourceIdentifier(String type, String id) {

    /** Checks that nothing is missing. */
    public ResourceIdentifier {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /** Returns type and ID, separated by a space. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
