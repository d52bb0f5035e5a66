package io.github.ascjava.testing.internal.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a resource in responses. A JSON:API type may have two shapes, one for each version of the API.
 *
 * @param schema the name that the document gives it, such as {@code InAppPurchaseV2}
 * @param type the JSON:API type, such as {@code inAppPurchases}
 * @param attributes by name, in the order in which they are written
 * @param relationships by name, in the order in which they are written
 */
public record ResourceShape(
        String schema,
        String type,
        Map<String, Shape.Member> attributes,
        Map<String, RelationshipShape> relationships) {

    /** Keeps the order of the attributes and relationships. */
    public ResourceShape {
        attributes = new LinkedHashMap<>(attributes);
        relationships = new LinkedHashMap<>(relationships);
    }

    /**
     * A relationship in responses.
     *
     * @param name its name
     * @param toMany whether it can have more than one resource
     * @param target the schema of the related resources, or null if they are not resources
     * @param data whether the document gives it resource identifiers
     * @param links whether the document gives it links
     */
    public record RelationshipShape(
            String name, boolean toMany, @Nullable String target, boolean data, boolean links) {}

    /** Returns the values that {@code fields} may have: attributes and relationships. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(attributes.keySet());
        fields.addAll(relationships.keySet());
        return fields;
    }
}
