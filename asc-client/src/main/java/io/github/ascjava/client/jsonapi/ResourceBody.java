package io.github.ascjava.client.jsonapi;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
    protected ResourceBody(Builder<?, ?> builder) {
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

    /**
     * Returns the relationships that were set, by name: a {@link ResourceIdentifier} or, for a resource to be created
     * with the same request, a {@link ResourceBody}; a list of these; or null.
     */
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
     * @param <R> the class of the body
     */
    public abstract static class Builder<B extends Builder<B, R>, R extends ResourceBody> {

        private final String type;
        private final Function<B, R> factory;
        private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> relationships = new LinkedHashMap<>();

        /** Begins a body for a resource of the given JSON:API type. */
        protected Builder(String type, Function<B, R> factory) {
            this.type = type;
            this.factory = factory;
        }

        /**
         * Sets any attribute, such as one that Apple added since this library was made.
         *
         * @param name the name in JSON
         * @param value what Jackson can write; null is sent as null
         */
        public final B attribute(String name, @Nullable Object value) {
            attributes.put(Objects.requireNonNull(name, "name"), copied(value));
            return self();
        }

        /** Builds the body. */
        public final R build() {
            return factory.apply(self());
        }

        /** As {@link #attribute}, for an attribute that must not be null. */
        public final B required(String name, Object value) {
            return attribute(name, Objects.requireNonNull(value, name));
        }

        /**
         * Sets any to-one relationship.
         *
         * @param name the name in JSON
         * @param type the JSON:API type of the related resource
         * @param id its id; null is sent as null and clears the relationship
         */
        public final B toOne(String name, String type, @Nullable String id) {
            relationships.put(
                    Objects.requireNonNull(name, "name"),
                    ToOneLinkage.of(type, id).data());
            return self();
        }

        /**
         * Sets any to-many relationship.
         *
         * @param name the name in JSON
         * @param type the JSON:API type of the related resources
         * @param ids their ids; an empty collection is sent as an empty list
         */
        public final B toMany(String name, String type, Collection<String> ids) {
            relationships.put(
                    Objects.requireNonNull(name, "name"),
                    ToManyLinkage.of(type, ids).data());
            return self();
        }

        /**
         * Sets any to-one relationship to a resource that the same request creates.
         *
         * @param name the name in JSON
         * @param related the resource to create; it gets a local id when it is sent
         */
        public final B inline(String name, ResourceBody related) {
            relationships.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(related, name));
            return self();
        }

        /**
         * Sets any to-many relationship to resources that the same request creates.
         *
         * @param name the name in JSON
         * @param related the resources to create; they get local ids when they are sent
         */
        public final B inline(String name, Collection<? extends ResourceBody> related) {
            relationships.put(Objects.requireNonNull(name, "name"), List.copyOf(related));
            return self();
        }

        private static @Nullable Object copied(@Nullable Object value) {
            return value instanceof Collection<?> collection ? List.copyOf(collection) : value;
        }

        @SuppressWarnings("unchecked") // B is the class of the builder itself, by the rule on the type parameter.
        private B self() {
            return (B) this;
        }
    }
}
