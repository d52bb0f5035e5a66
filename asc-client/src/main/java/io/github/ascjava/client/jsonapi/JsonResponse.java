package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A response, or an element of one, that is JSON but not a resource, such as performance metrics.
 *
 * <p>It is read like resources: a value that does not fit is kept in {@link #unknownFields()} and does not fail the response.
 *
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface JsonResponse {

    /** Returns the members that this class does not know; there are no relationships. */
    UnknownFields unknownFields();
}
