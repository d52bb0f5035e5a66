package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Changes resources and their relationships; what a request does not name stays as it is. */
final class Update {

    private static final String MODIFIED = "lastModifiedDate";

    private final SandboxState world;
    private final List<ResourceHook> behaviors;
    private final Creation creation;

    Update(SandboxState world, List<ResourceHook> behaviors, Creation creation) {
        this.world = world;
        this.behaviors = behaviors;
        this.creation = creation;
    }

    /** Changes a resource as a request says. */
    void update(StoredResource resource, Entity entity) {
        ObjectNode before = resource.attributes().deepCopy();
        Map<String, StoredResource> created = creation.createIncluded(entity);
        resource.attributes().setAll(entity.attributes().deepCopy());
        entity.relationships().keySet().forEach(name -> clear(resource, name));
        creation.relate(entity, resource, created);
        creation.finishIncluded(entity, created);
        finish(resource, before);
    }

    /** Replaces what a relationship leads to. */
    void replace(StoredResource resource, String relationship, List<StoredResource> targets) {
        ObjectNode before = resource.attributes().deepCopy();
        clear(resource, relationship);
        targets.forEach(target -> world.store().link(resource, relationship, target));
        finish(resource, before);
    }

    /** Adds to what a relationship leads to. */
    void add(StoredResource resource, String relationship, List<StoredResource> targets) {
        ObjectNode before = resource.attributes().deepCopy();
        targets.forEach(target -> world.store().link(resource, relationship, target));
        finish(resource, before);
    }

    /** Takes from what a relationship leads to. */
    void remove(StoredResource resource, String relationship, List<StoredResource> targets) {
        ObjectNode before = resource.attributes().deepCopy();
        targets.forEach(target -> world.store().unlink(resource, relationship, target));
        finish(resource, before);
    }

    private void clear(StoredResource resource, String relationship) {
        world.store()
                .related(resource, relationship)
                .forEach(old -> world.store().unlink(resource, relationship, old));
    }

    private void finish(StoredResource resource, ObjectNode before) {
        if (resource.attributes().has(MODIFIED)) {
            resource.attributes().put(MODIFIED, world.clock().instant().toString());
        }
        behaviors.forEach(behavior -> behavior.updated(resource, before, world));
    }
}
