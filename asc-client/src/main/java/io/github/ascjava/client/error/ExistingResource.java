package io.github.ascjava.client.error;

import java.io.Serializable;
import java.util.List;

/**
 * A resource that exists in place of one that a call was to create, and has other values.
 *
 * @param type its JSON:API type, such as {@code appStoreVersions}
 * @param id its ID, for an update
 * @param differing the names of the sent attributes and relationships whose values differ, sorted; at least one
 * @since 0.1.0
 */
public record ExistingResource(String type, String id, List<String> differing) implements Serializable {

    /** Copies the list. */
    public ExistingResource {
        differing = List.copyOf(differing);
    }
}
