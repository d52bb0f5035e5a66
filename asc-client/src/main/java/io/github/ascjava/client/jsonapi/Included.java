package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a response included beside its data, decoded when they are first asked for.
 *
 * <p>The class to decode to is the caller's choice, because one JSON:API type can mean two classes of resource; within a
 * relationship it is the relationship's class. Types that no class knows are here too, as JSON. Immutable and
 * thread-safe.
 */
@JsonIgnoreType
public final class Included {

    private final IncludedSource source;

    Included(IncludedSource source) {
        this.source = source;
    }

    /** Returns type and id of all included resources, in the order of the response. */
    public Set<ResourceIdentifier> identifiers() {
        return source.identifiers();
    }

    /**
     * Finds an included resource.
     *
     * @param type the class of the resource, which names its JSON:API type
     * @param id its id
     */
    public <T extends Resource> Optional<T> find(Class<T> type, String id) {
        ResourceType annotation = type.getAnnotation(ResourceType.class);
        return annotation == null
                ? Optional.empty()
                : Optional.ofNullable(get(new ResourceIdentifier(annotation.value(), id), type));
    }

    /** Finds the JSON of an included resource of any type, as received. */
    public Optional<String> json(ResourceIdentifier identifier) {
        return Optional.ofNullable(source.json(identifier));
    }

    <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type) {
        return source.get(identifier, type);
    }

    IncludedSource source() {
        return source;
    }

    /** Returns how many there are, not what they hold. */
    @Override
    public String toString() {
        return "Included[" + identifiers().size() + " resources]";
    }
}
