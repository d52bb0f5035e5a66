package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.Store;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.fixtures.KnownNames;
import io.github.ascjava.testing.internal.http.ApiErrorException;

/** Adds resources of a test to the store, if the document allows them. */
final class Addition {

    private final SandboxState world;

    Addition(SandboxState world) {
        this.world = world;
    }

    void add(ResourceObject resource) {
        requireKnown(resource);
        Store store = world.store();
        StoredResource stored =
                store.add(resource.type(), resource.id(), resource.attributes().deepCopy());
        try {
            resource.relationships()
                    .forEach((name, related) ->
                            related.ids().forEach(id -> store.link(stored, name, store.get(related.type(), id))));
        } catch (IllegalArgumentException e) {
            store.remove(stored);
            throw e;
        } catch (ApiErrorException e) {
            store.remove(stored);
            throw new IllegalArgumentException(
                    stored + " cannot be related to a resource that is not in the sandbox: "
                            + e.errors().get(0).detail() + ". Add that one first.",
                    e);
        }
    }

    /** A misspelled name would otherwise go unnoticed, because members that the document lacks are never shown. */
    private void requireKnown(ResourceObject resource) {
        KnownNames names = new KnownNames(world.catalog());
        if (!names.hasType(resource.type())) {
            throw new IllegalArgumentException("Apple's document has no type '" + resource.type() + "'.");
        }
        resource.attributes().fieldNames().forEachRemaining(name -> {
            if (!names.attributes(resource.type()).containsKey(name)) {
                throw new IllegalArgumentException(
                        "Apple's document has no attribute '" + name + "' of type '" + resource.type() + "'.");
            }
        });
    }
}
