package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A resource as the store keeps it; its relationships are read and changed through the store. */
public final class StoredResource {

    private final String type;
    private final String id;
    private final ObjectNode attributes;
    /** By the name of the relationship. */
    final Map<String, Set<StoredResource>> related = new LinkedHashMap<>();
    /** Those that are related to this one, by the name that they call it by. */
    final Map<String, Set<StoredResource>> relating = new LinkedHashMap<>();

    StoredResource(String type, String id, ObjectNode attributes) {
        this.type = type;
        this.id = id;
        this.attributes = attributes;
    }

    /** Returns the JSON:API type. */
    public String type() {
        return type;
    }

    /** Returns the id. */
    public String id() {
        return id;
    }

    /** Returns the attributes themselves, explicit nulls included; who changes them changes the resource. */
    public ObjectNode attributes() {
        return attributes;
    }

    Set<StoredResource> related(String relationship) {
        return related.computeIfAbsent(relationship, key -> new LinkedHashSet<>());
    }

    Set<StoredResource> relating(String relationship) {
        return relating.computeIfAbsent(relationship, key -> new LinkedHashSet<>());
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
