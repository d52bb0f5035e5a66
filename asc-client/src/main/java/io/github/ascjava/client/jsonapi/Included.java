package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a response included beside its data, decoded on first use.
 *
 * <p>The caller chooses the class, because one JSON:API type can stand for two resource classes; a relationship uses
 * its own class. Types without a class are available as JSON. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
@JsonIgnoreType
public final class Included {

    private final IncludedSource source;

    Included(IncludedSource source) {
        this.source = source;
    }

    /** Returns type and ID of all included resources, in the order of the response. */
    public Set<ResourceIdentifier> identifiers() {
        return source.identifiers();
    }

    /**
     * Finds an included resource.
     *
     * @param type the class of the resource, which has the JSON:API type
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

    /** Returns the number of resources, not their content. */
    @Override
    public String toString() {
        return "Included[" + identifiers().size() + " resources]";
    }
}
