package io.github.ascjava.testing.internal.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answers say of a resource. A JSON:API type may have two, of an older and a newer version of the API.
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
    public ResourceShape(
            String schema,
            String type,
            Map<String, Shape.Member> attributes,
            Map<String, RelationshipShape> relationships) {
        this.schema = schema;
        this.type = type;
        this.attributes = new LinkedHashMap<>(attributes);
        this.relationships = new LinkedHashMap<>(relationships);
    }

    /**
     * What answers say of a relationship.
     *
     * @param name its name
     * @param toMany whether it leads to any number of resources
     * @param target the schema of the resources that it leads to, or null if those are none
     * @param data whether the document has it hold identifiers
     * @param links whether the document has it hold links
     */
    public record RelationshipShape(
            String name, boolean toMany, @Nullable String target, boolean data, boolean links) {}

    /** Returns what {@code fields} may name: attributes and relationships. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(attributes.keySet());
        fields.addAll(relationships.keySet());
        return fields;
    }
}
