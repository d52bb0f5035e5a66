package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a response included beside its data, decoded when they are first asked for.
 *
 * <p>The class to decode to is the caller's choice, because one JSON:API type can mean two classes of resource; within a
 * relationship it is the relationship's class. Types that no class knows are here too, as JSON. Immutable and
 * thread-safe.
 */
public final class Included {

    private final Document document;
    private final Map<ResourceIdentifier, ResourceParts> resources;
    private final Map<Key, Object> decoded = new ConcurrentHashMap<>();

    Included(Document document, Map<ResourceIdentifier, ResourceParts> resources) {
        this.document = document;
        this.resources = resources;
    }

    /** Returns type and id of all included resources, in the order of the response. */
    public Set<ResourceIdentifier> identifiers() {
        return Collections.unmodifiableSet(resources.keySet());
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

    /** Finds the JSON of an included resource of any type. */
    public Optional<JsonNode> json(ResourceIdentifier identifier) {
        return Optional.ofNullable(resources.get(identifier)).map(parts -> document.tree(parts.whole()));
    }

    Document document() {
        return document;
    }

    <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type) {
        ResourceParts parts = resources.get(identifier);
        return parts == null
                ? null
                : type.cast(decoded.computeIfAbsent(new Key(parts.whole(), type), key -> decode(parts, type)));
    }

    private <T> T decode(ResourceParts parts, Class<T> type) {
        try {
            return document.reader(type).read(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names what is there, not what it holds. */
    @Override
    public String toString() {
        return "Included[" + resources.size() + " resources]";
    }

    private record Key(Slice resource, Class<?> type) {}
}
