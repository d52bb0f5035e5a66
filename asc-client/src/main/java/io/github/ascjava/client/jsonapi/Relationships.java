package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code relationships} member of one resource, read when the first relationship is asked for anything.
 *
 * <p>An app has over forty relationships, nearly all of them bare links that nobody looks at; that is why.
 */
final class Relationships {

    private final Document document;
    private final @Nullable Slice slice;
    /** Reading twice gives the same, so threads may race for it. */
    private volatile @Nullable Map<String, Linkage> linkages;

    Relationships(Document document, @Nullable Slice slice) {
        this.document = document;
        this.slice = slice;
    }

    Linkage linkage(String name) {
        Map<String, Linkage> known = linkages;
        if (known == null) {
            known = read();
            linkages = known;
        }
        return known.getOrDefault(name, Linkage.ABSENT);
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

    private Map<String, Linkage> read() {
        Map<String, Linkage> read = new HashMap<>();
        trees().forEach((name, tree) -> read.put(name, Linkage.of(tree)));
        return read;
    }
}
