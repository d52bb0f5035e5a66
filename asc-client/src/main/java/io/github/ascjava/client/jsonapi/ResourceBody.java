package io.github.ascjava.client.jsonapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or updates a resource. Only members that were set are sent.
 *
 * <p>Absent is not null. An update leaves a member that was never set unchanged; one that was
 * {@linkplain Builder#clear cleared} is sent as null or as an empty list. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public abstract class ResourceBody {

    private final String type;
    private final Map<String, @Nullable Object> attributes;
    private final Map<String, @Nullable Object> relationships;

    /** Copies the members of a builder. */
    protected ResourceBody(Builder<?, ?> builder) {
        this.type = builder.type;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
        Map<String, @Nullable Object> related = new LinkedHashMap<>(builder.relationships);
        related.replaceAll((name, value) -> Builder.copied(value));
        this.relationships = Collections.unmodifiableMap(related);
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

    /** Returns the names of the members, not their values, because a value may be a secret, such as a webhook's. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[attributes=" + attributes.keySet() + ", relationships="
                + relationships.keySet() + "]";
    }

    /**
     * Collects the members to send; not thread-safe.
     *
     * <p>Setting an attribute or a to-one relationship again replaces its value. Resources of a to-many relationship
     * accumulate in the order of the calls, whether they exist or are created with the request.
     *
     * @param <B> the class of the builder itself
     * @param <R> the class of the body
     */
    public abstract static class Builder<B extends Builder<B, R>, R extends ResourceBody> {

        private final String type;
        private final Function<B, R> factory;
        private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> relationships = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();
        private final Map<String, Member> clearable = new LinkedHashMap<>();

        /** Creates a builder for a resource of the given JSON:API type. */
        protected Builder(String type, Function<B, R> factory) {
            this.type = type;
            this.factory = factory;
        }

        /** Names the members without which {@link #build()} fails. */
        protected final void requires(String... members) {
            required.addAll(List.of(members));
        }

        /** Names the attributes that {@link #clear} accepts. */
        protected final void canClear(String... names) {
            Arrays.stream(names).forEach(name -> clearable.put(name, Member.ATTRIBUTE));
        }

        /** Names the to-one relationships that {@link #clear} accepts. */
        protected final void canClearToOne(String... names) {
            Arrays.stream(names).forEach(name -> clearable.put(name, Member.TO_ONE));
        }

        /** Names the to-many relationships that {@link #clear} accepts. */
        protected final void canClearToMany(String... names) {
            Arrays.stream(names).forEach(name -> clearable.put(name, Member.TO_MANY));
        }

        /**
         * Clears an attribute or a relationship: sends null, or an empty list for a to-many relationship.
         *
         * <p>For an attribute without a constant, use {@code attribute(name, null)}.
         *
         * @param field such as {@code UserField.ROLES}
         * @throws IllegalArgumentException if Apple does not let this request clear the field
         */
        public final B clear(Field field) {
            Member member = field.resourceType().equals(type) ? clearable.get(field.value()) : null;
            if (member == null) {
                throw new IllegalArgumentException(
                        "A request body for " + type + " cannot clear " + field.value() + " of "
                                + field.resourceType() + "; this one can clear "
                                + (clearable.isEmpty() ? "nothing" : String.join(", ", clearable.keySet())) + ".");
            }
            switch (member) {
                case ATTRIBUTE -> attributes.put(field.value(), null);
                case TO_ONE -> relationships.put(field.value(), null);
                case TO_MANY -> relationships.put(field.value(), new ArrayList<>());
            }
            return self();
        }

        /** Sets an attribute of this class. */
        protected final B set(String name, Object value) {
            return attribute(name, Objects.requireNonNull(value, name));
        }

        /**
         * Sets any attribute, such as one that Apple added after this library was released.
         *
         * @param name the name in JSON
         * @param value a text, number, boolean, list or map of these, or anything else that Jackson can write; null is
         *     sent as null
         */
        public final B attribute(String name, @Nullable Object value) {
            attributes.put(Objects.requireNonNull(name, "name"), copied(value));
            return self();
        }

        /**
         * Sets any to-one relationship.
         *
         * @param name the name in JSON
         * @param type the JSON:API type of the related resource
         * @param id its id
         */
        public final B toOne(String name, String type, String id) {
            relationships.put(Objects.requireNonNull(name, "name"), new ResourceIdentifier(type, id));
            return self();
        }

        /**
         * Adds existing resources to any to-many relationship.
         *
         * @param name the name in JSON
         * @param type the JSON:API type of the related resources
         * @param ids their ids; if nothing else is added, an empty collection is sent as an empty list
         */
        public final B toMany(String name, String type, Collection<String> ids) {
            ids.forEach(id -> related(name).add(new ResourceIdentifier(type, id)));
            related(name);
            return self();
        }

        /**
         * Sets any to-one relationship to a resource that the same request creates.
         *
         * @param name the name in JSON
         * @param related the resource to create; it gets a local ID when it is sent
         */
        public final B inline(String name, ResourceBody related) {
            relationships.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(related, name));
            return self();
        }

        /**
         * Adds resources that the same request creates to any to-many relationship.
         *
         * @param name the name of the relationship in JSON, such as {@code visibleApps}
         * @param related the resources to create; they get local IDs when they are sent
         */
        public final B inline(String name, Collection<? extends ResourceBody> related) {
            related(name).addAll(List.copyOf(related));
            return self();
        }

        /**
         * Builds the body.
         *
         * @throws IllegalStateException if members are missing that Apple requires; the message lists all of them
         */
        public final R build() {
            List<String> missing = required.stream()
                    .filter(member -> !attributes.containsKey(member) && !relationships.containsKey(member))
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("A request body for " + type + " lacks members that Apple requires: "
                        + String.join(", ", missing) + ". Set " + (missing.size() == 1 ? "it" : "them")
                        + " on the builder.");
            }
            return factory.apply(self());
        }

        /**
         * Builds the body after a function has configured this builder.
         *
         * @throws IllegalStateException as {@link #build()}
         */
        public final R build(Consumer<? super B> configuration) {
            configuration.accept(self());
            return build();
        }

        @SuppressWarnings("unchecked") // Only this class adds lists here, with these elements only.
        private List<Object> related(String name) {
            Object related = relationships.get(Objects.requireNonNull(name, "name"));
            if (!(related instanceof List<?>)) {
                related = new ArrayList<>();
                relationships.put(name, related);
            }
            return (List<Object>) related;
        }

        private static @Nullable Object copied(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return Collections.unmodifiableMap(new LinkedHashMap<>(map));
            }
            return value instanceof Collection<?> collection
                    ? Collections.unmodifiableList(new ArrayList<>(collection))
                    : value;
        }

        @SuppressWarnings("unchecked") // B is the class of the builder itself, by the rule on the type parameter.
        private B self() {
            return (B) this;
        }

        private enum Member {
            ATTRIBUTE,
            TO_ONE,
            TO_MANY
        }
    }
}
