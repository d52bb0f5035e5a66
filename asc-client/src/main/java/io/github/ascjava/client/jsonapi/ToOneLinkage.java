package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that sets a to-one relationship.
 *
 * @param data the related resource; null is sent as null and clears the relationship
 * @since 0.1.0
 */
public record ToOneLinkage(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ResourceIdentifier data) {

    /**
     * Creates a body for a resource of one type.
     *
     * @param type the JSON:API type
     * @param id the id, or null to clear the relationship
     */
    public static ToOneLinkage of(String type, @Nullable String id) {
        return new ToOneLinkage(id == null ? null : new ResourceIdentifier(type, id));
    }
}
