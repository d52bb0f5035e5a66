package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An included resource, decoded on first use as each class. Thread-safe. */
final class IncludedResource {

    private final ResourceParts parts;
    private final ResourceIdentifier identifier;
    /** Nearly always one, because few JSON:API types have two classes. */
    private volatile List<Object> decoded = List.of();

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
        T known = decodedAs(type);
        return known == null ? decode(type) : known;
    }

    private synchronized <T> T decode(Class<T> type) {
        T known = decodedAs(type);
        if (known != null) {
            return known;
        }
        try {
            T resource = parts.document().reader(type).read(parts);
            List<Object> all = new ArrayList<>(decoded);
            all.add(resource);
            decoded = List.copyOf(all);
            return resource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> @Nullable T decodedAs(Class<T> type) {
        for (Object resource : decoded) {
            if (type.isInstance(resource)) {
                return type.cast(resource);
            }
        }
        return null;
    }
}
