package io.github.ascjava.testing.engine;

import io.github.ascjava.testing.catalogue.Action;
import io.github.ascjava.testing.catalogue.BodyShape;
import io.github.ascjava.testing.catalogue.Catalogue;
import io.github.ascjava.testing.catalogue.OperationShape;
import io.github.ascjava.testing.catalogue.Relations.Relation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Deletes a resource, and what can't live without it: what could not have been created without a relationship to it. */
final class Deletion {

    private final World world;
    private final List<Behaviour> behaviours;
    /** Type and name of the relationships that a new resource must have. */
    private final Set<String> vital = new HashSet<>();

    Deletion(World world, List<Behaviour> behaviours) {
        this.world = world;
        this.behaviours = behaviours;
        Catalogue catalogue = world.catalogue();
        for (OperationShape operation : catalogue.operations()) {
            if (operation.action() == Action.CREATE_INSTANCE && operation.body() != null) {
                BodyShape body = catalogue.body(operation.body().name());
                body.relationships().values().stream()
                        .filter(link -> link.required() && !link.toMany())
                        .map(link -> catalogue.relations().find(body.type(), link.name()))
                        .filter(relation -> relation != null)
                        .map(Relation::name)
                        .forEach(name -> vital.add(body.type() + "." + name));
            }
        }
    }

    /** Deletes a resource and what depends on it, dependants first. */
    void delete(StoredResource resource) {
        Set<StoredResource> doomed = new LinkedHashSet<>();
        collect(resource, doomed);
        for (StoredResource each : doomed) {
            behaviours.forEach(behaviour -> behaviour.deleting(each, world));
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
