package io.github.ascjava.testing.internal.behavior.common;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import org.jspecify.annotations.Nullable;

/** What the service does with the resources of one type. Every method of it does nothing unless it is overridden. */
public abstract class ResourceRules implements ResourceHook {

    private final String type;

    /** Makes the rules of a JSON:API type. */
    protected ResourceRules(String type) {
        this.type = type;
    }

    /** Checks the body that is to create a resource. */
    protected void checkNew(JsonNode body, SandboxState world) {}

    /** Checks the body that is to update a resource. */
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {}

    /** Checks whether a resource can be deleted. */
    protected void checkDeletion(StoredResource target, SandboxState world) {}

    /** Checks the body that is to change a relationship of a resource. */
    protected void checkEdit(StoredResource target, @Nullable String relationship, JsonNode body, SandboxState world) {}

    /** Follows the creation of a resource. */
    protected void afterCreation(StoredResource created, SandboxState world) {}

    /** Follows the update of a resource. */
    protected void afterUpdate(StoredResource updated, SandboxState world) {}

    /** Follows the deletion of a resource, which is still in the store. */
    protected void onDeletion(StoredResource deleted, SandboxState world) {}

    @Override
    public final void check(
            OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(type)) {
            return;
        }
        if (target == null) {
            checkNew(body, world);
            return;
        }
        switch (operation.action()) {
            case UPDATE_INSTANCE -> checkUpdate(target, body, world);
            case DELETE_INSTANCE -> checkDeletion(target, world);
            default -> checkEdit(target, operation.relationship(), body, world);
        }
    }

    @Override
    public final void created(StoredResource created, SandboxState world) {
        if (created.type().equals(type)) {
            afterCreation(created, world);
        }
    }

    @Override
    public final void updated(StoredResource updated, SandboxState world) {
        if (updated.type().equals(type)) {
            afterUpdate(updated, world);
        }
    }

    @Override
    public final void deleting(StoredResource resource, SandboxState world) {
        if (resource.type().equals(type)) {
            onDeletion(resource, world);
        }
    }
}
