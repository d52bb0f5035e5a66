package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An answer, or an element of one, that is JSON but no resource, such as performance metrics.
 *
 * <p>It is read as resources are: what does not fit is kept in {@link #unknownFields()} instead of failing the answer.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface JsonResponse {

    /** Returns what the response said beyond what this class knows; it has no relationships. */
    UnknownFields unknownFields();
}
