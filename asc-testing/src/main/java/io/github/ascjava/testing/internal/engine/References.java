package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.List;

/** Checks that the resources referenced in a request exist. */
final class References {

    private final SandboxState world;

    References(SandboxState world) {
        this.world = world;
    }

    /**
     * Checks the relationships of an entity and of its included resources.
     *
     * @throws ApiErrorException 409 if a referenced resource does not exist
     */
    void check(Entity entity) {
        List<ErrorObject> errors = new ArrayList<>();
        List<Entity> all = new ArrayList<>(entity.included());
        all.add(entity);
        all.forEach(each -> each.relationships()
                .values()
                .forEach(identifiers -> identifiers.stream()
                        // Local IDs have been checked already, from the body alone.
                        .filter(identifier -> !identifier.isLocal())
                        .forEach(identifier -> check(identifier, errors))));
        if (entity.shape().type().equals("buildUploads")) {
            // docs/live-service.md#duplicate-build-numbers-conflict
            errors.replaceAll(error -> error.at(error.pointer() + "/id"));
        }
        refuse(errors);
    }

    /**
     * Checks the identifiers of a relationship.
     *
     * @throws ApiErrorException 409 if one of the resources does not exist
     */
    void check(List<Identifier> identifiers) {
        List<ErrorObject> errors = new ArrayList<>();
        identifiers.forEach(each -> check(each, errors));
        refuse(errors);
    }

    private void check(Identifier identifier, List<ErrorObject> errors) {
        String type = identifier.type();
        String id = identifier.id();
        if (world.store().find(type, id).isEmpty()) {
            errors.add(ErrorKind.RELATIONSHIP_INVALID
                    .error("There is no resource of type '" + type + "' with id '" + id + "'")
                    .at(identifier.pointer()));
        }
    }

    private static void refuse(List<ErrorObject> errors) {
        if (!errors.isEmpty()) {
            throw new ApiErrorException(409, errors);
        }
    }
}
