package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates a resource, after the resources that its request includes. */
final class Creation {

    private static final List<String> MOMENTS = List.of("createdDate", "lastModifiedDate");

    private final SandboxState world;
    private final Hooks hooks;
    private final IdForms forms;
    private final Deletion deletion;

    Creation(SandboxState world, Hooks hooks, Deletion deletion) {
        this.world = world;
        this.hooks = hooks;
        this.forms = new IdForms(world.ids());
        this.deletion = deletion;
    }

    /**
     * Creates the resource that a request describes.
     *
     * @return the new resource, or the existing one if creating it again changes nothing
     * @throws ApiErrorException 409 if a conflicting resource exists
     */
    StoredResource create(Entity entity) {
        String type = entity.shape().type();
        Optional<StoredResource> there = sameAs(entity);
        switch (forms.again(type)) {
            case ANSWER -> {
                if (there.isPresent() && world.has(Deviation.ENABLED_CAPABILITY_IS_CREATED_AGAIN)) {
                    return there.get();
                }
            }
            case REPLACE -> there.ifPresent(deletion::delete);
            default -> {}
        }
        Conflicts.check(entity, world);
        if (sameAs(entity).isPresent()) {
            throw Errors.refusal(
                    "resource-exists", type, sameAs(entity).orElseThrow().id());
        }
        return add(entity);
    }

    /** Creates the resources that an update request includes, and links them to the updated resource. */
    Map<String, StoredResource> createIncluded(Entity entity) {
        Map<String, StoredResource> created = new HashMap<>();
        for (Entity each : entity.included()) {
            created.put(each.shape().type() + each.id(), store(each));
        }
        return created;
    }

    /** Notifies hooks of included resources, once all of them are linked. */
    void finishIncluded(Entity entity, Map<String, StoredResource> created) {
        for (Entity each : entity.included()) {
            relate(each, find(each.shape().type(), each.id(), created), created);
        }
        for (Entity each : entity.included()) {
            created(find(each.shape().type(), each.id(), created));
        }
    }

    /** Links a resource as an entity describes. */
    void relate(Entity entity, StoredResource resource, Map<String, StoredResource> created) {
        entity.relationships().forEach((name, identifiers) -> {
            for (Identifier each : identifiers) {
                resource.link(name, find(each.type(), each.id(), created));
            }
        });
    }

    private StoredResource add(Entity entity) {
        Map<String, StoredResource> created = createIncluded(entity);
        StoredResource resource = store(entity);
        relate(entity, resource, created);
        finishIncluded(entity, created);
        created(resource);
        return resource;
    }

    private void created(StoredResource resource) {
        hooks.of(resource.type()).forEach(hook -> hook.created(resource, world));
    }

    private StoredResource store(Entity entity) {
        String type = entity.shape().type();
        String id = forms.next(entity);
        ObjectNode attributes = entity.attributes().deepCopy();
        for (ResourceShape shape : world.catalog().resourcesOf(type)) {
            for (String moment : MOMENTS) {
                if (shape.attributes().containsKey(moment) && !attributes.has(moment)) {
                    attributes.put(moment, world.clock().instant().toString());
                }
            }
        }
        return world.store().add(type, id, attributes);
    }

    /** The existing resource with the ID that a new one would get, if it derives its ID from another resource. */
    private Optional<StoredResource> sameAs(Entity entity) {
        String type = entity.shape().type();
        return forms.relationship(type).isEmpty()
                ? Optional.empty()
                : world.store().find(type, forms.next(entity));
    }

    private StoredResource find(String type, String id, Map<String, StoredResource> created) {
        StoredResource found = created.get(type + id);
        return found == null ? world.store().get(type, id) : found;
    }
}
