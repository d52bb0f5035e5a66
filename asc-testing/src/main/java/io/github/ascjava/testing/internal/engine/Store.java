package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Relations;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * All resources by type and ID, in the order of their creation, and the relationships between them. Not thread-safe.
 *
 * <p>A relationship can be read and written under any of its names in the document, and from either side.
 */
public final class Store {

    private final Relations relations;
    private final Map<String, Map<String, StoredResource>> resources = new LinkedHashMap<>();

    Store(Relations relations) {
        this.relations = relations;
    }

    /**
     * Adds a resource without relationships.
     *
     * @param attributes stored as they are, not copied
     * @throws IllegalArgumentException if a resource of that type and ID exists
     */
    public StoredResource add(String type, String id, ObjectNode attributes) {
        StoredResource resource = new StoredResource(this, type, id, attributes);
        if (resources.computeIfAbsent(type, key -> new LinkedHashMap<>()).putIfAbsent(id, resource) != null) {
            throw new IllegalArgumentException(resource + " is in the store already.");
        }
        return resource;
    }

    /** Adds a resource without attributes and relationships. */
    public StoredResource add(String type, String id) {
        return add(type, id, JsonNodeFactory.instance.objectNode());
    }

    /** Looks for a resource. */
    public Optional<StoredResource> find(String type, String id) {
        return Optional.ofNullable(resources.getOrDefault(type, Map.of()).get(id));
    }

    /**
     * Returns a resource.
     *
     * @throws ApiErrorException 404 in Apple's words if it does not exist
     */
    public StoredResource get(String type, String id) {
        return find(type, id).orElseThrow(() -> Errors.refusal("not-found", type, id));
    }

    /** Returns a resource without attributes that is not in the store. */
    public StoredResource unsaved(String type, String id) {
        return new StoredResource(this, type, id, JsonNodeFactory.instance.objectNode());
    }

    /** Returns a copy of the list of all resources of a type, oldest first. */
    public List<StoredResource> all(String type) {
        return List.copyOf(resources.getOrDefault(type, Map.of()).values());
    }

    /** Removes a resource and all of its relationships, in both directions. */
    public void remove(StoredResource resource) {
        resources.getOrDefault(resource.type(), Map.of()).remove(resource.id());
        resource.related.forEach((name, targets) ->
                targets.forEach(target -> target.sources(name).remove(resource)));
        forEachRelating(resource, (from, name) -> from.targets(name).remove(resource));
        resource.related.clear();
        resource.relating.clear();
    }

    /**
     * Links two resources in both directions; a to-one relationship is replaced.
     *
     * @throws IllegalArgumentException if the document has no such relationship
     */
    public void link(StoredResource from, String relationship, StoredResource to) {
        Relation relation = relation(from.type(), relationship);
        if (!relation.target().equals(to.type())) {
            throw new IllegalArgumentException(from.type() + "." + relationship + " leads to " + relation.target()
                    + ", so it cannot lead to " + to + ".");
        }
        makeRoom(from, relation, to);
        put(from, relation.name(), to);
        if (relation.inverse() != null) {
            makeRoom(to, relation(to.type(), relation.inverse()), from);
            put(to, relation.inverse(), from);
        }
    }

    /** Removes a link between two resources, in both directions. */
    public void unlink(StoredResource from, String relationship, StoredResource to) {
        Relation relation = relation(from.type(), relationship);
        take(from, relation.name(), to);
        if (relation.inverse() != null) {
            take(to, relation.inverse(), from);
        }
    }

    /**
     * Returns a copy of the list of resources in a relationship, in the order in which they were linked.
     *
     * @throws IllegalArgumentException if the document has no such relationship
     */
    public List<StoredResource> related(StoredResource from, String relationship) {
        Set<StoredResource> related =
                from.related.get(relation(from.type(), relationship).name());
        return related == null ? List.of() : new ArrayList<>(related);
    }

    /** Gives some resources of a relationship an order; all others keep theirs, before them. */
    public void arrange(StoredResource from, String relationship, List<StoredResource> order) {
        Set<StoredResource> related =
                from.targets(relation(from.type(), relationship).name());
        order.forEach(related::remove);
        related.addAll(order);
    }

    /** Returns a copy of all relationships of a resource, by their names. */
    public Map<String, List<StoredResource>> relationships(StoredResource from) {
        Map<String, List<StoredResource>> copy = new LinkedHashMap<>();
        from.related.forEach((name, related) -> copy.put(name, List.copyOf(related)));
        return copy;
    }

    /** Calls an action for each resource that is linked to a resource, with the name of its relationship. */
    void forEachRelating(StoredResource resource, BiConsumer<StoredResource, String> action) {
        Map<String, Set<StoredResource>> copy = new LinkedHashMap<>(resource.relating);
        copy.forEach((name, froms) -> new ArrayList<>(froms).forEach(from -> action.accept(from, name)));
    }

    private void makeRoom(StoredResource from, Relation relation, StoredResource to) {
        if (!relation.toMany()) {
            for (StoredResource old : related(from, relation.name())) {
                if (old != to) {
                    unlink(from, relation.name(), old);
                }
            }
        }
    }

    private static void put(StoredResource from, String relationship, StoredResource to) {
        from.targets(relationship).add(to);
        to.sources(relationship).add(from);
    }

    private static void take(StoredResource from, String relationship, StoredResource to) {
        from.targets(relationship).remove(to);
        to.sources(relationship).remove(from);
    }

    /** Returns the type to which a relationship leads. */
    public String target(String type, String relationship) {
        return relation(type, relationship).target();
    }

    Relation relation(String type, String relationship) {
        Relation relation = relations.find(type, relationship);
        if (relation == null) {
            throw new IllegalArgumentException("The document has no relationship " + type + "." + relationship + ".");
        }
        return relation;
    }
}
