package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources and pages from JSON without a client, for unit tests of code that uses them.
 *
 * <pre>{@code
 * App app = Resources.read(App.class, "{\"type\": \"apps\", \"id\": \"1\", \"attributes\": {\"name\": \"Tides\"}}");
 * }</pre>
 *
 * <p>They are read as from a response, except that JSON of another type or shape is rejected, because it is a mistake
 * in a test.
 *
 * @since 0.1.0
 */
public final class Resources {

    private Resources() {}

    /**
     * Reads a resource.
     *
     * @param type the class of the resource
     * @param json a whole document, {@code {"data": {..}, "included": [..]}}, or a resource object by itself,
     *     {@code {"type": "apps", "id": "1", "attributes": {..}}}, as {@link JsonApiModule} writes it
     * @throws IllegalArgumentException if the JSON is neither, or its resource has another type
     */
    public static <T extends Resource> T read(Class<T> type, String json) {
        try {
            Map<?, ?> top = object(json);
            if (top.containsKey("data")) {
                return read(type, top.get("data"), json);
            }
            if (top.containsKey("type") && top.containsKey("id")) {
                return read(type, top, "{\"data\":" + json + "}");
            }
            throw new InvalidDocumentException(
                    "it has neither data, as a document has, nor type and id, as a resource object has");
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    /**
     * Reads a page of a list.
     *
     * @param type the class of the resources
     * @param json a whole document, {@code {"data": [..], "included": [..], "links": {..}, "meta": {..}}}
     * @throws IllegalArgumentException if the JSON is not a document with a list, or one of its resources has another type
     */
    public static <T extends Resource> Page<T> readPage(Class<T> type, String json) {
        try {
            if (object(json).get("data") instanceof List<?> elements) {
                for (Object element : elements) {
                    requireType(type, element);
                }
            }
            Page<T> page = reader().page(ByteString.encodeUtf8(json), Timeout.NONE, type);
            if (!page.unknownElements().isEmpty()) {
                throw new InvalidDocumentException(
                        "a resource in it has no id: " + page.unknownElements().get(0));
            }
            for (T resource : page.data()) {
                requireNotFlat(type, resource);
            }
            return page;
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    private static <T extends Resource> T read(Class<T> type, @Nullable Object data, String document)
            throws IOException {
        if (data instanceof List) {
            throw new InvalidDocumentException("its data is a list, which readPage reads");
        }
        requireType(type, data);
        T resource = reader().one(ByteString.encodeUtf8(document), Timeout.NONE, type);
        requireNotFlat(type, resource);
        return resource;
    }

    private static DocumentReader reader() {
        return new DocumentReader(json());
    }

    private static Json json() {
        return new Json(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT);
    }

    private static Map<?, ?> object(String json) throws IOException {
        try (JsonParser parser = json().parser(new Buffer().writeUtf8(json).inputStream())) {
            if (parser.nextToken() == null) {
                throw new InvalidDocumentException("it is empty");
            }
            if (PlainValues.read(parser) instanceof Map<?, ?> object) {
                return object;
            }
            throw new InvalidDocumentException("it is not a JSON object");
        }
    }

    private static void requireType(Class<?> type, @Nullable Object resource) throws InvalidDocumentException {
        if (!(resource instanceof Map<?, ?> object)) {
            throw new InvalidDocumentException(
                    resource == null ? "its data is null" : "a resource in it is not a JSON object: " + resource);
        }
        ResourceType annotation = type.getAnnotation(ResourceType.class);
        if (annotation != null && !annotation.value().equals(object.get("type"))) {
            throw new InvalidDocumentException(
                    "its resource has the type " + object.get("type") + " instead of " + annotation.value());
        }
    }

    /** Read as a resource object, the flat JSON of a mapper without {@link JsonApiModule} has no attributes at all. */
    private static void requireNotFlat(Class<?> type, Resource resource) throws InvalidDocumentException {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getName().equals("type")
                    && resource.unknownFields().members().containsKey(component.getName())) {
                throw new InvalidDocumentException("its resource has the member " + component.getName()
                        + " beside attributes and relationships, and not in them; Jackson writes resources in the form"
                        + " that is required here with JsonApiModule");
            }
        }
    }

    private static IllegalArgumentException unreadable(Class<?> type, IOException e) {
        String reason = e instanceof JsonProcessingException json
                ? String.format(
                        "it is not JSON: %s (line %d, column %d)",
                        json.getOriginalMessage(),
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr())
                : e.getMessage();
        return new IllegalArgumentException(
                "The JSON cannot be read as " + type.getSimpleName() + ": " + reason + ".", e);
    }
}
