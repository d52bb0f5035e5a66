package io.github.ascjava.testing.internal.engine;

import java.util.List;
import java.util.Map;

/** Changes resources and their relationships; members that a request does not contain stay as they are. */
final class Update {

    private static final String MODIFIED = "lastModifiedDate";

    private final SandboxState world;
    private final Hooks hooks;
    private final Creation creation;

    Update(SandboxState world, Hooks hooks, Creation creation) {
        this.world = world;
        this.hooks = hooks;
        this.creation = creation;
    }

    /** Changes a resource as a request describes. */
    void update(StoredResource resource, Entity entity) {
        Map<String, StoredResource> created = creation.createIncluded(entity);
        resource.attributes().setAll(entity.attributes().deepCopy());
        entity.relationships().keySet().forEach(name -> clear(resource, name));
        creation.relate(entity, resource, created);
        creation.finishIncluded(entity, created);
        finish(resource);
    }

    /** Replaces the resources in a relationship. */
    void replace(StoredResource resource, String relationship, List<StoredResource> targets) {
        clear(resource, relationship);
        add(resource, relationship, targets);
    }

    /** Adds resources to a relationship. */
    void add(StoredResource resource, String relationship, List<StoredResource> targets) {
        targets.forEach(target -> resource.link(relationship, target));
        finish(resource);
    }

    /** Removes resources from a relationship. */
    void remove(StoredResource resource, String relationship, List<StoredResource> targets) {
        targets.forEach(target -> resource.unlink(relationship, target));
        finish(resource);
    }

    private void clear(StoredResource resource, String relationship) {
        resource.related(relationship).forEach(old -> resource.unlink(relationship, old));
    }

    private void finish(StoredResource resource) {
        if (resource.attributes().has(MODIFIED)) {
            resource.attributes().put(MODIFIED, world.clock().instant().toString());
        }
        hooks.of(resource.type()).forEach(hook -> hook.updated(resource, world));
    }
}
