package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scans one resource object; only reading its attributes depends on its class. */
final class ResourceScanner {

    private final JsonReader reader;
    private final JsonParser parser;
    private final AttributesHandler attributesHandler;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable ByteRange attributes;
    private @Nullable ByteRange relationships;
    private Map<String, Linkage> linkages = Map.of();
    private Map<String, ByteRange> others = Map.of();

    private ResourceScanner(JsonReader reader, AttributesHandler attributesHandler) {
        this.reader = reader;
        this.parser = reader.parser();
        this.attributesHandler = attributesHandler;
    }

    /**
     * Scans the object at the reader's position.
     *
     * @param attributesHandler scans or reads the attributes
     */
    static ResourceParts scan(JsonReader reader, AttributesHandler attributesHandler) throws IOException {
        return new ResourceScanner(reader, attributesHandler).scan();
    }

    private ResourceParts scan() throws IOException {
        int start = reader.start();
        for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
            member(name);
        }
        ByteRange whole = reader.rangeFrom(start);
        return new ResourceParts(reader.document(), whole, type, id, attributes, relationships, linkages, others);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "id" -> id = plain();
            case "type" -> type = plain();
            case "attributes" -> {
                if (isObject(name)) {
                    attributes = attributesHandler.goOver(reader);
                }
            }
            case "relationships" -> {
                if (isObject(name)) {
                    int start = reader.start();
                    linkages = new RelationshipsReader(reader).read();
                    relationships = reader.rangeFrom(start);
                }
            }
            // Only the resource's own URL, which is still available from UnknownFields.json().
            case "links" -> parser.skipChildren();
            default -> keep(name);
        }
    }

    /** Older services send numbers, but nothing else stands for an ID. */
    private @Nullable String plain() throws IOException {
        JsonToken token = parser.currentToken();
        String value = token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : null;
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
        others.put(name, reader.skip());
    }

    /** Scans or reads the attributes of a resource. */
    @FunctionalInterface
    interface AttributesHandler {

        /** Returns the position of the attributes if they must still be read, or null. */
        @Nullable
        ByteRange goOver(JsonReader reader) throws IOException;
    }
}
