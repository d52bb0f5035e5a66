package io.github.ascjava.client.jsonapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The readers of resource classes, each created on first use of its class. Thread-safe. */
final class ResourceReaders {

    private final Map<Class<?>, ResourceReader<?>> readers = new ConcurrentHashMap<>();
    private final ValueReaders values;

    ResourceReaders(ValueReaders values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked") // Each reader is stored under the class that it reads.
    <T> ResourceReader<T> of(Class<T> type) {
        return (ResourceReader<T>) readers.computeIfAbsent(type, key -> new ResourceReader<>(type, values));
    }
}
