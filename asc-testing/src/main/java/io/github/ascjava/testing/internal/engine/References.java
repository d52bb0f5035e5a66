package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.List;

/** Checks that the resources referenced in a request exist. */
final class References {

    private References() {}

    /**
     * Checks the relationships of an entity and of its included resources.
     *
     * @throws ApiErrorException 409 if a referenced resource does not exist
     */
    static void check(Entity entity, SandboxState world) {
        List<ErrorObject> errors = new ArrayList<>();
        List<Entity> all = new ArrayList<>(entity.included());
        all.add(entity);
        all.forEach(each -> each.relationships()
                .values()
                .forEach(identifiers -> identifiers.stream()
                        // Local IDs have been checked already, from the body alone.
                        .filter(identifier -> !identifier.isLocal())
                        .forEach(identifier -> check(identifier, errors, world))));
        if (entity.shape().type().equals("buildUploads")) {
            // docs/live-service.md#duplicate-build-numbers-conflict
            errors.replaceAll(error -> error.at(error.pointer() + "/id"));
        }
        ApiErrorException.throwIfAny(409, errors);
    }

    /**
     * Checks the identifiers of a relationship.
     *
     * @throws ApiErrorException 409 if one of the resources does not exist
     */
    static void check(List<Identifier> identifiers, SandboxState world) {
        List<ErrorObject> errors = new ArrayList<>();
        identifiers.forEach(each -> check(each, errors, world));
        ApiErrorException.throwIfAny(409, errors);
    }

    private static void check(Identifier identifier, List<ErrorObject> errors, SandboxState world) {
        String type = identifier.type();
        String id = identifier.id();
        if (world.store().find(type, id).isEmpty()) {
            errors.add(Errors.error("reference-not-found", identifier.pointer(), type, id));
        }
    }
}
