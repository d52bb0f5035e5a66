package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource in the store. A relationship can be read and changed under any of its names in the document, and from
 * either side; methods fail with an {@link IllegalArgumentException} if the document has no such relationship.
 */
public final class StoredResource {

    private final Store store;
    private final String type;
    private final String id;
    private final ObjectNode attributes;
    /** Linked resources, by the name of the relationship. */
    final Map<String, Set<StoredResource>> related = new LinkedHashMap<>();
    /** The resources that link to this one, by the name of their relationship. */
    final Map<String, Set<StoredResource>> relating = new LinkedHashMap<>();

    StoredResource(Store store, String type, String id, ObjectNode attributes) {
        this.store = store;
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

    /** Returns the attributes, explicit nulls included; changes to them change the resource. */
    public ObjectNode attributes() {
        return attributes;
    }

    /** Returns an attribute as text; empty if it is absent or null. */
    public String text(String attribute) {
        return attributes.path(attribute).asText("");
    }

    /** Returns whether an attribute is true; false if it is absent or null. */
    public boolean flag(String attribute) {
        return attributes.path(attribute).asBoolean();
    }

    /**
     * Sets an attribute.
     *
     * @param value a boolean, an Integer, Long or Double, a list or a map of these, null for an explicit null, or any
     *     other object, which is written as its text
     */
    public StoredResource with(String attribute, @Nullable Object value) {
        attributes.set(attribute, node(value));
        return this;
    }

    /** Sets an attribute if it is absent or null. */
    public StoredResource withDefault(String attribute, @Nullable Object value) {
        return attributes.hasNonNull(attribute) ? this : with(attribute, value);
    }

    /** Returns a copy of the list of resources in a relationship, in the order in which they were linked. */
    public List<StoredResource> related(String relationship) {
        return store.related(this, relationship);
    }

    /** Returns whether a relationship leads to any resource. */
    public boolean hasRelated(String relationship) {
        return !related(relationship).isEmpty();
    }

    /** Links another resource, in both directions; a to-one relationship is replaced. */
    public void link(String relationship, StoredResource to) {
        store.link(this, relationship, to);
    }

    /** Removes a link to another resource, in both directions. */
    public void unlink(String relationship, StoredResource to) {
        store.unlink(this, relationship, to);
    }

    /** Converted manually, because an ObjectMapper takes longer to initialize than all fixtures together. */
    private static JsonNode node(@Nullable Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value == null) {
            return json.nullNode();
        }
        if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return json.numberNode(number);
        }
        if (value instanceof Long number) {
            return json.numberNode(number);
        }
        if (value instanceof Double number) {
            return json.numberNode(number);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = json.arrayNode();
            list.forEach(each -> array.add(node(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.objectNode();
            map.forEach((name, each) -> object.set(name.toString(), node(each)));
            return object;
        }
        return json.textNode(value.toString());
    }

    Set<StoredResource> targets(String relationship) {
        return related.computeIfAbsent(relationship, key -> new LinkedHashSet<>());
    }

    Set<StoredResource> sources(String relationship) {
        return relating.computeIfAbsent(relationship, key -> new LinkedHashSet<>());
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
