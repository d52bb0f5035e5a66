package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Deletes a resource and its dependents: the resources that require a relationship to it. */
final class Deletion {

    private final SandboxState world;
    private final Hooks hooks;
    /** The type and name of the relationships that new resources require. */
    private final Set<String> vital = new HashSet<>();

    Deletion(SandboxState world, Hooks hooks) {
        this.world = world;
        this.hooks = hooks;
        Catalog catalog = world.catalog();
        for (OperationShape operation : catalog.operations()) {
            if (operation.action() == Action.CREATE_INSTANCE && operation.body() != null) {
                BodyShape body = catalog.body(operation.body().name());
                body.relationships().values().stream()
                        .filter(link -> link.required() && !link.toMany())
                        .map(link -> catalog.relations().find(body.type(), link.name()))
                        .filter(relation -> relation != null)
                        .map(Relation::name)
                        .forEach(name -> vital.add(body.type() + "." + name));
            }
        }
    }

    /** Deletes a resource and its dependents, dependents first. */
    void delete(StoredResource resource) {
        Set<StoredResource> doomed = new LinkedHashSet<>();
        collect(resource, doomed);
        for (StoredResource each : doomed) {
            hooks.of(each.type()).forEach(hook -> hook.deleting(each, world));
        }
        doomed.forEach(world.store()::remove);
    }

    private void collect(StoredResource resource, Set<StoredResource> doomed) {
        Set<StoredResource> dependants = new LinkedHashSet<>();
        world.store().forEachRelating(resource, (from, name) -> {
            if (vital.contains(from.type() + "." + name)) {
                dependants.add(from);
            }
        });
        for (StoredResource each : dependants) {
            if (each != resource && !doomed.contains(each)) {
                collect(each, doomed);
            }
        }
        doomed.add(resource);
    }
}
