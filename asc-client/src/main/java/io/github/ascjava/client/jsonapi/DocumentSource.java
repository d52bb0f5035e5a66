package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource within a document.
 *
 * @param parts the positions of what the resource consists of
 * @param knownRelationships the relationships of its class
 */
record DocumentSource(ResourceParts parts, Set<String> knownRelationships) implements ResourceSource {

    @Override
    public Linkage linkage(String relationship) {
        return parts.linkages().getOrDefault(relationship, Linkage.ABSENT);
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
    public Included included() {
        Document document = parts.document();
        return document.isPart() ? new Included(IncludedResources.reachableFrom(parts)) : document.included();
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
        return parts.relationships() != null && parts.document().value(parts.relationships()) instanceof Map<?, ?> all
                ? all
                : Map.of();
    }

    @Override
    public boolean isOfSameResource(ResourceSource other) {
        return other instanceof DocumentSource that
                && Objects.equals(parts.id(), that.parts.id())
                && Objects.equals(parts.type(), that.parts.type());
    }

    @Override
    public boolean hasSameUnknownRelationships(ResourceSource other) {
        return other instanceof DocumentSource that
                && (hasSameRelationshipsJson(that) || unknownRelationships().equals(that.unknownRelationships()));
    }

    /** Two responses usually have the same bytes for a resource that did not change. */
    private boolean hasSameRelationshipsJson(DocumentSource that) {
        ByteRange mine = parts.relationships();
        ByteRange others = that.parts.relationships();
        if (!knownRelationships.equals(that.knownRelationships)) {
            return false;
        }
        if (mine == null || others == null) {
            return mine == null && others == null;
        }
        return parts.document().hasSameBytes(mine, that.parts.document(), others);
    }

    @Override
    public String json() {
        return parts.document().text(parts.whole());
    }

    @Override
    public @Nullable String documentJson() {
        Document document = parts.document();
        return document.isPart() ? null : document.text(document.whole());
    }

    @Override
    public void write(JsonGenerator generator) throws IOException {
        parts.document().write(parts.whole(), generator);
    }
}
