package io.github.ascjava.client.jsonapi;

import java.util.Collection;
import java.util.List;

/**
 * The body of a request that adds to, replaces or removes from a to-many relationship.
 *
 * @param data the related resources
 * @since 0.1.0
 */
public record ToManyLinkage(List<ResourceIdentifier> data) {

    /** Copies the list. */
    public ToManyLinkage {
        data = List.copyOf(data);
    }

    /**
     * Creates a body for resources of one type.
     *
     * @param type the JSON:API type
     * @param ids the IDs, in the order to be sent
     */
    public static ToManyLinkage of(String type, Collection<String> ids) {
        return new ToManyLinkage(
                ids.stream().map(id -> new ResourceIdentifier(type, id)).toList());
    }
}
