package io.github.ascjava.client.jsonapi;

import java.util.Objects;

/**
 * The body of an update together with the id of the resource, which JSON:API wants in the body as well as in the path.
 *
 * @param id the id of the resource to update
 * @param body what to update
 * @param <B> the class of the body
 */
public record UpdateRequest<B extends ResourceBody>(String id, B body) {

    /** Checks that nothing is missing. */
    public UpdateRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(body, "body");
    }
}
