package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds behavior of the service beyond storing resources. Every method does nothing unless it is overridden. Methods are
 * called for one request at a time, and may throw {@link io.github.ascjava.testing.internal.http.ApiErrorException}.
 */
public interface ResourceHook {

    /**
     * Returns the JSON:API types whose operations and resources the hook is called for; an empty set for all types.
     * The type of an operation is the one that its path begins with.
     */
    default Set<String> types() {
        return Set.of();
    }

    /**
     * Takes over a whole operation.
     *
     * @return the response, or null to let the other hooks and the engine handle the operation
     */
    default @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        return null;
    }

    /**
     * Checks a write before it is carried out; the body has passed the checks against the document.
     *
     * @param body the request body; a missing node if there is none
     * @param target the resource in the path; null if the path contains none
     */
    default void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {}

    /**
     * Creates or finds the requested resource, with its relationships, where it is not simply a new one; the body has
     * passed the checks.
     *
     * @return the resource, or null to let the other hooks and the engine create it
     */
    default @Nullable StoredResource make(OperationShape operation, JsonNode body, SandboxState world) {
        return null;
    }

    /** Called for a resource that a request has created, with its relationships; for included resources first. */
    default void created(StoredResource created, SandboxState world) {}

    /** Called when a request has changed a resource's attributes or relationships. */
    default void updated(StoredResource updated, SandboxState world) {}

    /** Called when a request deletes a resource, which is still in the store. */
    default void deleting(StoredResource resource, SandboxState world) {}

    /** Returns whether the list of all resources of its type omits a resource. */
    default boolean isHidden(StoredResource resource, SandboxState world) {
        return false;
    }

    /** Runs whatever is due; called before each request of any type. */
    default void timePassed(SandboxState world) {}

    /**
     * Handles a path that is not an operation, such as that of an upload; no token is required there.
     *
     * @return the response, or null to let the other hooks handle the path
     */
    default @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        return null;
    }
}
