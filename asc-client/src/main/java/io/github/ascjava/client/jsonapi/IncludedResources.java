package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The included resources of a document, each decoded on first use. */
final class IncludedResources implements IncludedSource {

    private final Document document;
    private final Map<ResourceIdentifier, ResourceParts> resources;
    private final Map<Key, Object> decoded = new ConcurrentHashMap<>();

    IncludedResources(Document document, Map<ResourceIdentifier, ResourceParts> resources) {
        this.document = document;
        this.resources = resources;
    }

    @Override
    public Set<ResourceIdentifier> identifiers() {
        return Collections.unmodifiableSet(resources.keySet());
    }

    @Override
    public <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type) {
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

    @Override
    public @Nullable String json(ResourceIdentifier identifier) {
        ResourceParts parts = resources.get(identifier);
        return parts == null ? null : document.text(parts.whole());
    }

    @Override
    public String documentJson() {
        return document.text(document.whole());
    }

    @Override
    public void write(JsonGenerator generator) throws IOException {
        document.write(document.whole(), generator);
    }

    private record Key(ByteRange resource, Class<?> type) {}
}
