package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes over one resource object; only its attributes need to know which class it is of. */
final class ResourceScanner {

    private final Cursor cursor;
    private final JsonParser parser;
    private final AttributesHandler attributesHandler;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable Slice attributes;
    private @Nullable Slice relationships;
    private Map<String, Linkage> linkages = Map.of();
    private Map<String, Slice> others = Map.of();

    private ResourceScanner(Cursor cursor, AttributesHandler attributesHandler) {
        this.cursor = cursor;
        this.parser = cursor.parser();
        this.attributesHandler = attributesHandler;
    }

    /**
     * Goes over the object at which the cursor stands.
     *
     * @param attributesHandler goes over the attributes
     */
    static ResourceParts scan(Cursor cursor, AttributesHandler attributesHandler) throws IOException {
        return new ResourceScanner(cursor, attributesHandler).scan();
    }

    private ResourceParts scan() throws IOException {
        int start = cursor.start();
        for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
            member(name);
        }
        Slice whole = cursor.sliceFrom(start);
        Document document = cursor.document();
        Relationships all = new Relationships(document, relationships, linkages);
        return new ResourceParts(document, whole, type, id, attributes, all, others);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "id" -> id = plain();
            case "type" -> type = plain();
            case "attributes" -> {
                if (isObject(name)) {
                    attributes = attributesHandler.goOver(cursor);
                }
            }
            case "relationships" -> {
                if (isObject(name)) {
                    int start = cursor.start();
                    linkages = new RelationshipsReader(cursor).read();
                    relationships = cursor.sliceFrom(start);
                }
            }
            // Only the resource's own URL, which Unrecognized.json() has for whoever wants it.
            case "links" -> parser.skipChildren();
            default -> keep(name);
        }
    }

    private @Nullable String plain() throws IOException {
        String value = parser.getValueAsString();
        parser.skipChildren();
        return value;
    }

    private boolean isObject(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
            keep(name);
        }
        return token == JsonToken.START_OBJECT;
    }

    private void keep(String name) throws IOException {
        others = others.isEmpty() ? new LinkedHashMap<>() : others;
        others.put(name, cursor.skip());
    }

    /** Goes over the attributes of a resource, reading them or not. */
    @FunctionalInterface
    interface AttributesHandler {

        /** Returns where the attributes are if they have still to be read, or null. */
        @Nullable
        Slice goOver(Cursor cursor) throws IOException;
    }
}
