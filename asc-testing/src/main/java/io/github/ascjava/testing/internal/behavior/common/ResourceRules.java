package io.github.ascjava.testing.internal.behavior.common;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the service for the resources of one type. Each method does nothing unless it is overridden. */
public abstract class ResourceRules implements ResourceHook {

    private final String type;

    /** Creates the rules of a JSON:API type. */
    protected ResourceRules(String type) {
        this.type = type;
    }

    /** Checks the body of a request that creates a resource. */
    protected void checkNew(JsonNode body, SandboxState world) {}

    /** Checks the body of a request that updates a resource. */
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {}

    /** Checks whether a resource can be deleted. */
    protected void checkDeletion(StoredResource target, SandboxState world) {}

    /** Checks the body of a request that changes a relationship of a resource. */
    protected void checkEdit(StoredResource target, @Nullable String relationship, JsonNode body, SandboxState world) {}

    /** Called after the creation of a resource. */
    protected void afterCreation(StoredResource created, SandboxState world) {}

    /** Called after the update of a resource. */
    protected void afterUpdate(StoredResource updated, SandboxState world) {}

    /** Called on the deletion of a resource, which is still in the store. */
    protected void onDeletion(StoredResource deleted, SandboxState world) {}

    @Override
    public Set<String> types() {
        return Set.of(type);
    }

    @Override
    public final void check(
            OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
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
        afterCreation(created, world);
    }

    @Override
    public final void updated(StoredResource updated, SandboxState world) {
        afterUpdate(updated, world);
    }

    @Override
    public final void deleting(StoredResource resource, SandboxState world) {
        onDeletion(resource, world);
    }
}
