package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An included resource, decoded on first use as each class. Thread-safe. */
final class IncludedResource {

    private final ResourceParts parts;
    private final ResourceIdentifier identifier;
    /** Nearly always one, because few JSON:API types have two classes. */
    private final Map<Class<?>, Object> decoded = new ConcurrentHashMap<>();

    IncludedResource(ResourceParts parts, ResourceIdentifier identifier) {
        this.parts = parts;
        this.identifier = identifier;
    }

    ResourceParts parts() {
        return parts;
    }

    ResourceIdentifier identifier() {
        return identifier;
    }

    /** Returns the JSON as received. */
    String json() {
        return parts.document().text(parts.whole());
    }

    <T> T as(Class<T> type) {
        return type.cast(decoded.computeIfAbsent(type, this::decode));
    }

    private Object decode(Class<?> type) {
        try {
            return parts.document().reader(type).read(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
