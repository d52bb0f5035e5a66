package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the service does more than keep what it is given. Every method does nothing unless it is overridden; all are called
 * one request at a time, and may throw {@link io.github.ascjava.testing.internal.http.ApiErrorException}.
 */
public interface ResourceHook {

    /**
     * Takes over a whole operation.
     *
     * @return the answer, or null to leave the operation to others
     */
    default @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        return null;
    }

    /**
     * Looks at a write before it is carried out, when the body has passed the checks against the document.
     *
     * @param body the body of the request; a missing node if it has none
     * @param target the resource that the path names; null if it names none
     */
    default void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {}

    /**
     * Makes, or finds, the resource that a creation asks for, with its relationships, where it is not simply a new one; the
     * body has passed the checks.
     *
     * @return the resource, or null to leave it to others
     */
    default @Nullable StoredResource make(OperationShape operation, JsonNode body, SandboxState world) {
        return null;
    }

    /** Completes a resource that a request has created, with its relationships; called for inline creations first. */
    default void created(StoredResource created, SandboxState world) {}

    /** Follows a change of a resource's attributes or relationships by a request. */
    default void updated(StoredResource updated, SandboxState world) {}

    /** Follows the deletion of a resource by a request; it is still in the store. */
    default void deleting(StoredResource resource, SandboxState world) {}

    /** Tells whether the collection of all resources of its type leaves a resource out. */
    default boolean isHidden(StoredResource resource, SandboxState world) {
        return false;
    }

    /** Does what has become due; called before each request. */
    default void timePassed(SandboxState world) {}

    /**
     * Answers a path that is no operation, such as that of an upload; no token is asked for there.
     *
     * @return the answer, or null to leave the path to others
     */
    default @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        return null;
    }
}
