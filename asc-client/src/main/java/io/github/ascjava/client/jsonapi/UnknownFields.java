package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members of a resource or another response that its class does not know, and values of an unexpected shape.
 *
 * <p>Nothing that Apple sends is lost: an attribute that could not be read, or not completely, is here. Values are
 * plain and immutable: {@link String}, {@link java.math.BigDecimal}, {@link Boolean}, {@link java.util.List},
 * {@link Map} and null; a number whose exponent is out of range for {@code BigDecimal} is a string. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
@JsonIgnoreType
public final class UnknownFields {

    private final ResourceSource source;
    private final Map<String, @Nullable Object> attributes;
    private final Map<String, @Nullable Object> members;

    UnknownFields(
            ResourceSource source, Map<String, @Nullable Object> attributes, Map<String, @Nullable Object> members) {
        this.source = source;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * Returns attributes that the class does not have, and those whose JSON it could not hold completely, by name; empty
     * if there are none, and null values for JSON null.
     */
    public Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /**
     * Returns relationships that the class does not have, and those whose data it could not hold completely, by name;
     * read again by each call.
     */
    public Map<String, @Nullable Object> relationships() {
        return source.unknownRelationships();
    }

    /** Returns members of the resource object that JSON:API does not define, by name. */
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** Returns the JSON of the whole resource object as received, known members included. */
    public String json() {
        return source.json();
    }

    /**
     * Returns the JSON of the whole response as received, or null for a resource of a list, whose {@link Page#json()} has
     * it, and for an included resource.
     */
    public @Nullable String document() {
        return source.documentJson();
    }

    /**
     * Returns the resources that the same response included. A resource of a list, or one that was included itself, has
     * those that its relationships lead to, directly or through others; {@link Page#included()} has all.
     */
    public Included included() {
        return source.included();
    }

    void write(JsonGenerator generator) throws IOException {
        source.write(generator);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return attributes.isEmpty() && members.isEmpty() && relationships().isEmpty();
    }

    /**
     * Compares the fields of one resource; those of two resources are never equal.
     *
     * <p>A record may compare this component before its ID, so telling two resources apart must not read JSON.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownFields that
                && source.isOfSameResource(that.source)
                && attributes.equals(that.attributes)
                && members.equals(that.members)
                && source.hasSameUnknownRelationships(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attributes, members);
    }

    /** Returns the names only, because an unknown value may be a secret. */
    @Override
    public String toString() {
        return isEmpty()
                ? "UnknownFields[]"
                : "UnknownFields[attributes=" + attributes.keySet() + ", relationships="
                        + relationships().keySet() + ", members=" + members.keySet() + "]";
    }
}
