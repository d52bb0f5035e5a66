package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource within a document.
 *
 * @param resource the position of the resource
 * @param relationships the position of its relationships, or null if it has none
 * @param linkages the content of its relationships beyond their links
 * @param knownRelationships the relationships of its class
 */
record DocumentSource(
        Document document,
        ByteRange resource,
        @Nullable ByteRange relationships,
        Map<String, Linkage> linkages,
        Set<String> knownRelationships)
        implements ResourceSource {

    @Override
    public Linkage linkage(String relationship) {
        return linkages.getOrDefault(relationship, Linkage.ABSENT);
    }

    @Override
    public Links links(String relationship) {
        return allRelationships().get(relationship) instanceof Map<?, ?> found
                        && found.get("links") instanceof Map<?, ?> links
                ? new Links(text(links.get("self")), text(links.get("related")))
                : Links.NONE;
    }

    private static @Nullable String text(@Nullable Object link) {
        return link instanceof String text ? text : null;
    }

    @Override
    public <T> @Nullable T included(ResourceIdentifier identifier, Class<T> type) {
        return document.included().get(identifier, type);
    }

    @Override
    public Included included() {
        return document.included();
    }

    @Override
    public Map<String, @Nullable Object> unknownRelationships() {
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        allRelationships().forEach((name, value) -> {
            if (name instanceof String text && !(knownRelationships.contains(text) && Linkage.canHold(value))) {
                unknown.put(text, value);
            }
        });
        return Collections.unmodifiableMap(unknown);
    }

    private Map<?, ?> allRelationships() {
        return relationships != null && document.value(relationships) instanceof Map<?, ?> all ? all : Map.of();
    }

    @Override
    public String json() {
        return document.text(resource);
    }

    @Override
    public String documentJson() {
        return document.text(document.whole());
    }

    @Override
    public void write(JsonGenerator generator) throws IOException {
        document.write(resource, generator);
    }
}
