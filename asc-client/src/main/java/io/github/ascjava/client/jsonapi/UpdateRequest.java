package io.github.ascjava.client.jsonapi;

import java.util.Objects;

/**
 * The body of an update together with the ID of the resource, which JSON:API requires in the body as well as in the path.
 *
 * @param id the id of the resource to update
 * @param body the members to update
 * @param <B> the class of the body
 * @since 0.1.0
 */
public record UpdateRequest<B extends ResourceBody>(String id, B body) {

    /** Checks that nothing is missing. */
    public UpdateRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(body, "body");
    }
}
