package io.github.ascjava.client.jsonapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or updates a resource: what was set, and nothing else.
 *
 * <p>Absent is not null. An attribute or to-one relationship that was never set is not sent, and an update leaves it as it
 * is; one that was set to null is sent as null, and an update clears it. Immutable and thread-safe.
 */
public abstract class ResourceBody {

    private final String type;
    private final Map<String, @Nullable Object> attributes;
    private final Map<String, @Nullable Object> relationships;

    /** Takes over what a builder has collected. */
    protected ResourceBody(Builder<?> builder) {
        this.type = builder.type;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
        this.relationships = Collections.unmodifiableMap(new LinkedHashMap<>(builder.relationships));
    }

    /** Returns the JSON:API type of the resource. */
    public final String type() {
        return type;
    }

    /** Returns the attributes that were set, by name in JSON; values may be null. */
    public final Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /** Returns the relationships that were set: a {@link ResourceIdentifier}, a list of them, or null, by name. */
    public final Map<String, @Nullable Object> relationships() {
        return relationships;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ResourceBody body
                && type.equals(body.type)
                && attributes.equals(body.attributes)
                && relationships.equals(body.relationships);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(type, attributes, relationships);
    }

    /** Returns the names of what was set, not the values: a webhook's secret is an attribute, too. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[attributes=" + attributes.keySet() + ", relationships="
                + relationships.keySet() + "]";
    }

    /**
     * Collects what is to be sent; not thread-safe.
     *
     * @param <B> the class of the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {

        private final String type;
        private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> relationships = new LinkedHashMap<>();

        /** Begins a body for a resource of the given JSON:API type. */
        protected Builder(String type) {
            this.type = type;
        }

        /**
         * Sets any attribute, such as one that Apple added since this library was made.
         *
         * @param name the name in JSON
         * @param value what Jackson can write; null is sent as null
         */
        public final B attribute(String name, @Nullable Object value) {
            attributes.put(Objects.requireNonNull(name, "name"), value);
            return self();
        }

        /**
         * Sets any to-one relationship.
         *
         * @param name the name in JSON
         * @param identifier the related resource; null is sent as null and clears the relationship
         */
        public final B relationship(String name, @Nullable ResourceIdentifier identifier) {
            relationships.put(Objects.requireNonNull(name, "name"), identifier);
            return self();
        }

        /**
         * Sets any to-many relationship.
         *
         * @param name the name in JSON
         * @param identifiers the related resources; an empty list is sent as such
         */
        public final B relationship(String name, List<ResourceIdentifier> identifiers) {
            relationships.put(Objects.requireNonNull(name, "name"), List.copyOf(identifiers));
            return self();
        }

        /** Returns this builder. */
        protected abstract B self();
    }
}
