package io.github.ascjava.testing.internal.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members that a request may contain for a resource that it creates or updates.
 *
 * @param name the name that the document gives it
 * @param type the JSON:API type
 * @param attributesRequired whether the member {@code attributes} must be there
 * @param relationshipsRequired whether the member {@code relationships} must be there
 * @param attributes by name
 * @param relationships by name
 * @param included the names of the bodies of new resources that the request may include
 */
public record BodyShape(
        String name,
        String type,
        boolean attributesRequired,
        boolean relationshipsRequired,
        Map<String, Shape.Member> attributes,
        Map<String, Link> relationships,
        List<String> included) {

    /** Keeps the order of the attributes and relationships. */
    public BodyShape {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        relationships = Collections.unmodifiableMap(new LinkedHashMap<>(relationships));
        included = List.copyOf(included);
    }

    /**
     * A relationship in a request.
     *
     * @param type the JSON:API type of the related resources
     */
    public record Link(String name, boolean required, boolean toMany, String type) {}
}
