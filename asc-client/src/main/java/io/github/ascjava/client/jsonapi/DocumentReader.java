package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads whole response documents. Thread-safe. */
final class DocumentReader {

    private final ObjectMapper mapper;
    private final ValueReaders values = new ValueReaders();
    private final ResourceReaders readers = new ResourceReaders(values);

    DocumentReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Reads a document with one resource. */
    <T> T one(byte[] body, Class<T> type) throws IOException {
        return optional(body, type)
                .orElseThrow(
                        () -> new InvalidDocumentException("the member data is null, but one resource was promised"));
    }

    /** Reads a document with one resource or {@code "data": null}, as some to-one reads answer (E16). */
    <T> Optional<T> optional(byte[] body, Class<T> type) throws IOException {
        List<T> single = new ArrayList<>(1);
        read(body, cursor -> {
            if (cursor.parser().currentToken() != JsonToken.VALUE_NULL) {
                single.add(element(cursor, type));
            }
        });
        return single.stream().findFirst();
    }

    /** Reads a document with a list of resources or of resource identifiers. */
    <T> Page<T> page(byte[] body, Class<T> type) throws IOException {
        List<T> data = new ArrayList<>();
        Rest rest = read(body, cursor -> {
            if (cursor.parser().currentToken() != JsonToken.START_ARRAY) {
                throw new InvalidDocumentException("the member data should be a list, but is "
                        + cursor.parser().currentToken());
            }
            while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
                data.add(element(cursor, type));
            }
        });
        JsonNode paging = rest.meta.path("paging");
        return new Page<>(
                data,
                integer(paging.path("total")),
                integer(paging.path("limit")),
                rest.links.path("next").textValue(),
                rest.included);
    }

    /** Reads a body that is no JSON:API document, such as performance metrics, into a record. */
    <T> T plain(byte[] body, Class<T> type) throws IOException {
        try (Cursor cursor = new Document(body, mapper, readers).cursor()) {
            cursor.parser().nextToken();
            T value = record(cursor, type);
            requireEnd(cursor.parser());
            return value;
        }
    }

    private <T> T element(Cursor cursor, Class<T> type) throws IOException {
        if (type == ResourceIdentifier.class) {
            return type.cast(identifier(cursor));
        }
        // The data of metrics are no resources: they have neither type nor id.
        return Resource.class.isAssignableFrom(type) ? readers.of(type).read(cursor) : record(cursor, type);
    }

    private <T> T record(Cursor cursor, Class<T> type) throws IOException {
        if (cursor.parser().currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidDocumentException(
                    "a JSON object was promised, but this is " + cursor.parser().currentToken());
        }
        return type.cast(Objects.requireNonNull(values.of(type).read(cursor)));
    }

    private static ResourceIdentifier identifier(Cursor cursor) throws IOException {
        JsonNode node = cursor.document().tree(cursor.skip());
        String type = node.path("type").textValue();
        String id = node.path("id").textValue();
        if (type == null || id == null) {
            throw new InvalidDocumentException("a resource identifier has no type or no id");
        }
        return new ResourceIdentifier(type, id);
    }

    private Rest read(byte[] body, DataReader dataReader) throws IOException {
        Document document = new Document(body, mapper, readers);
        JsonNode links = mapper.missingNode();
        JsonNode meta = mapper.missingNode();
        boolean dataSeen = false;
        try (Cursor cursor = document.cursor()) {
            JsonParser parser = cursor.parser();
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new InvalidDocumentException(
                        first == null ? "the body is empty" : "the body should be a JSON object, but is " + first);
            }
            if (cursor.start() < 0) {
                // Jackson also reads UTF-16 and UTF-32, but then cannot say where in the bytes it is.
                throw new InvalidDocumentException("the body is not in UTF-8");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "data" -> {
                        dataReader.read(cursor);
                        dataSeen = true;
                    }
                    case "included" -> document.setIncluded(elements(cursor));
                    case "links" -> links = document.tree(cursor.skip());
                    case "meta" -> meta = document.tree(cursor.skip());
                    default -> parser.skipChildren();
                }
            }
            requireEnd(parser);
        }
        if (!dataSeen) {
            throw new InvalidDocumentException("the member data is missing");
        }
        return new Rest(links, meta, document.included());
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidDocumentException("something follows after the end of the JSON document");
        }
    }

    private static List<Slice> elements(Cursor cursor) throws IOException {
        List<Slice> elements = new ArrayList<>();
        if (cursor.parser().currentToken() != JsonToken.START_ARRAY) {
            cursor.parser().skipChildren();
            return elements;
        }
        while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            if (cursor.parser().currentToken() == JsonToken.START_OBJECT) {
                elements.add(cursor.skip());
            } else {
                cursor.parser().skipChildren();
            }
        }
        return elements;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.canConvertToInt() ? (Integer) node.intValue() : null;
    }

    @FunctionalInterface
    private interface DataReader {
        void read(Cursor cursor) throws IOException;
    }

    private record Rest(JsonNode links, JsonNode meta, Included included) {}
}
