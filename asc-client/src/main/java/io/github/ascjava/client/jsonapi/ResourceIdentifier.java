package io.github.ascjava.client.jsonapi;

import java.util.Objects;

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

    /** Returns type and id with a blank between them. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
