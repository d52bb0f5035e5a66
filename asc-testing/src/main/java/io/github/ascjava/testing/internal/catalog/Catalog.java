package io.github.ascjava.testing.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every operation, resource and body of the document. Immutable. */
public final class Catalog {

    private final List<OperationShape> operations;
    private final Map<String, ResourceShape> resources;
    private final Map<String, List<ResourceShape>> resourcesByType = new HashMap<>();
    private final Map<String, BodyShape> bodies;
    private final Relations relations;

    private Catalog(CatalogReader reader) {
        this.operations = List.copyOf(reader.operations);
        this.resources = reader.resources;
        this.bodies = reader.bodies;
        resources
                .values()
                .forEach(resource -> resourcesByType
                        .computeIfAbsent(resource.type(), key -> new ArrayList<>())
                        .add(resource));
        this.relations = new Relations(resources.values(), bodies.values(), operations);
    }

    /** Reads the catalog that asc-codegen wrote. */
    public static Catalog load() {
        return new Catalog(new CatalogReader());
    }

    /** Returns all operations, by domain and path. */
    public List<OperationShape> operations() {
        return operations;
    }

    /** Returns all resources. */
    public Collection<ResourceShape> resources() {
        return resources.values();
    }

    /**
     * Returns a resource by the name of its schema.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ResourceShape resource(String schema) {
        return required(resources.get(schema), schema);
    }

    /** Returns the resources of a JSON:API type, oldest version first; none if the type is unknown. */
    public List<ResourceShape> resourcesOf(String type) {
        return resourcesByType.getOrDefault(type, List.of());
    }

    /**
     * Returns a body by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public BodyShape body(String name) {
        return required(bodies.get(name), name);
    }

    /** Returns how resources are related. */
    public Relations relations() {
        return relations;
    }

    private static <T> T required(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("The document has nothing called " + name + ".");
        }
        return found;
    }
}
