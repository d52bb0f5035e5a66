package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final List<Slice> slices;
    private final Map<Key, Object> decoded = new ConcurrentHashMap<>();
    /** Reading twice gives the same, so threads may race for it. */
    private volatile @Nullable Map<ResourceIdentifier, Slice> index;

    Included(Document document, List<Slice> slices) {
        this.document = document;
        this.slices = slices;
    }

    /** Returns type and id of all included resources, in the order of the response. */
    public Set<ResourceIdentifier> identifiers() {
        return Collections.unmodifiableSet(index().keySet());
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
        return Optional.ofNullable(index().get(identifier)).map(document::tree);
    }

    <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type) {
        Slice slice = index().get(identifier);
        return slice == null
                ? null
                : type.cast(decoded.computeIfAbsent(new Key(slice, type), key -> decode(slice, type)));
    }

    private <T> T decode(Slice slice, Class<T> type) {
        try (Cursor cursor = document.cursor(slice)) {
            cursor.parser().nextToken();
            return document.reader(type).read(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<ResourceIdentifier, Slice> index() {
        Map<ResourceIdentifier, Slice> known = index;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Slice slice : slices) {
                ResourceIdentifier identifier = identifierOf(slice);
                if (identifier != null) {
                    known.putIfAbsent(identifier, slice);
                }
            }
            index = known;
        }
        return known;
    }

    private @Nullable ResourceIdentifier identifierOf(Slice slice) {
        String type = null;
        String id = null;
        try (Cursor cursor = document.cursor(slice)) {
            JsonParser parser = cursor.parser();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("type")) {
                    type = parser.getValueAsString();
                } else if (name.equals("id")) {
                    id = parser.getValueAsString();
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return type == null || id == null ? null : new ResourceIdentifier(type, id);
    }

    /** Names what is there, not what it holds. */
    @Override
    public String toString() {
        return "Included[" + slices.size() + " resources]";
    }

    private record Key(Slice slice, Class<?> type) {}
}
