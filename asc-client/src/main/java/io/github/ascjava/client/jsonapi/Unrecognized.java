package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a response said about a resource, or another answer, beyond what its class knows: new members, and values of an unexpected shape.
 *
 * <p>Nothing that Apple sends is lost. An attribute that could not be read, or not wholly, is here with its JSON.
 * Immutable and thread-safe.
 */
public final class Unrecognized {

    private final Map<String, JsonNode> attributes;
    private final Map<String, JsonNode> members;
    private final Relationships relationships;
    private final Set<String> knownRelationships;

    private final Document document;
    private final Slice resource;

    Unrecognized(
            Document document,
            Slice resource,
            Map<String, JsonNode> attributes,
            Map<String, JsonNode> members,
            Relationships relationships,
            Set<String> knownRelationships) {
        this.document = document;
        this.resource = resource;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.members = Collections.unmodifiableMap(members);
        this.relationships = relationships;
        this.knownRelationships = knownRelationships;
    }

    /** Returns attributes that the class does not have, and those whose JSON it could not hold wholly, by name. */
    public Map<String, JsonNode> attributes() {
        return attributes;
    }

    /** Returns relationships that the class does not have, and those whose data it could not hold wholly, by name. */
    public Map<String, JsonNode> relationships() {
        Map<String, JsonNode> unknown = new LinkedHashMap<>(relationships.trees());
        unknown.entrySet()
                .removeIf(entry -> knownRelationships.contains(entry.getKey()) && Linkage.holds(entry.getValue()));
        return Collections.unmodifiableMap(unknown);
    }

    /** Returns members of the resource object beside those that JSON:API defines, by name. */
    public Map<String, JsonNode> members() {
        return members;
    }

    /** Returns the whole resource object as it came, known members included; read anew by each call. */
    public JsonNode json() {
        return document.tree(resource);
    }

    /** Returns the whole document that this came in, as it came; read anew by each call. */
    public JsonNode document() {
        return document.tree(document.whole());
    }

    /** Returns the resources that the same response included, also those that no relationship leads to. */
    public Included included() {
        return document.included();
    }

    void write(JsonGenerator json) throws IOException {
        document.write(resource, json);
    }

    /** Returns whether there is nothing here. */
    public boolean isEmpty() {
        return attributes.isEmpty() && members.isEmpty() && relationships().isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unrecognized that
                && attributes.equals(that.attributes)
                && members.equals(that.members)
                && relationships().equals(that.relationships());
    }

    @Override
    public int hashCode() {
        return Objects.hash(attributes, members);
    }

    /** Returns the names only: what nobody knows may be a secret. */
    @Override
    public String toString() {
        return isEmpty()
                ? "Unrecognized[]"
                : "Unrecognized[attributes=" + attributes.keySet() + ", relationships="
                        + relationships().keySet() + ", members=" + members.keySet() + "]";
    }
}
