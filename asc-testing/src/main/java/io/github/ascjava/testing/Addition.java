package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.Store;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import java.util.List;

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
        List<ResourceShape> shapes = world.catalog().resourcesOf(resource.type());
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("Apple's document has no type '" + resource.type() + "'.");
        }
        resource.attributes().fieldNames().forEachRemaining(name -> {
            if (shapes.stream().noneMatch(shape -> shape.attributes().containsKey(name))
                    && !isWriteOnly(resource.type(), name)) {
                throw new IllegalArgumentException(
                        "Apple's document has no attribute '" + name + "' of type '" + resource.type() + "'.");
            }
        });
    }

    /** Some attributes are never shown, such as the secret of a webhook. */
    private boolean isWriteOnly(String type, String attribute) {
        Catalog catalog = world.catalog();
        return catalog.operations().stream()
                .map(OperationShape::body)
                .filter(body -> body != null && body.content() == OperationShape.Content.ONE)
                .map(body -> catalog.body(body.name()))
                .anyMatch(body -> body.type().equals(type) && body.attributes().containsKey(attribute));
    }
}
