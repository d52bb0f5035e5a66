package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code relationships} member of one resource; links, and what nobody knows, are read when they are asked for. */
final class Relationships {

    private final Document document;
    private final @Nullable Slice slice;
    private final Map<String, Linkage> linkages;

    Relationships(Document document, @Nullable Slice slice, Map<String, Linkage> linkages) {
        this.document = document;
        this.slice = slice;
        this.linkages = linkages;
    }

    Linkage linkage(String name) {
        return linkages.getOrDefault(name, Linkage.ABSENT);
    }

    Links links(String name) {
        JsonNode relationship = trees().get(name);
        return relationship == null ? Links.NONE : Links.of(relationship.path("links"));
    }

    <T> @Nullable T included(ResourceIdentifier identifier, Class<T> type) {
        return document.included().get(identifier, type);
    }

    Map<String, JsonNode> trees() {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        if (slice != null) {
            document.tree(slice).properties().forEach(entry -> trees.put(entry.getKey(), entry.getValue()));
        }
        return trees;
    }
}
