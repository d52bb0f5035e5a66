package io.github.ascjava.client.jsonapi;

import java.util.Objects;

/**
 * The type and ID of a resource: JSON:API's "resource identifier object".
 *
 * @param type the JSON:API type, such as {@code apps}
 * @param id the id
 * @since 0.1.0
 */
public record ResourceIdentifier(String type, String id) implements Comparable<ResourceIdentifier> {

    /** Checks that nothing is missing. */
    public ResourceIdentifier {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /** Orders by type, then by ID as text. Hash maps use the order, so many IDs of equal hash do not slow them down. */
    @Override
    public int compareTo(ResourceIdentifier other) {
        int byType = type.compareTo(other.type);
        return byType == 0 ? id.compareTo(other.id) : byType;
    }

    /** Returns type and ID, separated by a space. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
