package io.github.ascjava.testing.internal.behavior.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads values from the body of a request that the engine has already checked. */
public final class Bodies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Bodies() {}

    /** Parses a request body that the engine has parsed before. */
    public static JsonNode of(ApiRequest request) {
        try {
            return MAPPER.readTree(request.body().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The engine accepted a body that is not JSON.", e);
        }
    }

    /** Returns an attribute; a missing node if it was not sent. */
    public static JsonNode attribute(JsonNode body, String name) {
        return body.path("data").path("attributes").path(name);
    }

    /** Returns a text attribute; empty if it was not sent or is null. */
    public static String text(JsonNode body, String name) {
        JsonNode attribute = attribute(body, name);
        return attribute.isTextual() ? attribute.asText() : "";
    }

    /** Returns the id in a to-one relationship, or null if it was not sent. */
    public static @Nullable String related(JsonNode body, String relationship) {
        JsonNode id = data(body, relationship).path("id");
        return id.isTextual() ? id.asText() : null;
    }

    /** Returns the resource of a type in a to-one relationship that the document requires. */
    public static StoredResource required(JsonNode body, String relationship, String type, SandboxState world) {
        return world.store().get(type, String.valueOf(related(body, relationship)));
    }

    /** Returns the ids in a to-many relationship; empty if it was not sent. */
    public static List<String> allRelated(JsonNode body, String relationship) {
        return ids(data(body, relationship));
    }

    /** Returns the ids in the body of an edit of a to-many relationship. */
    public static List<String> linked(JsonNode body) {
        return ids(body.path("data"));
    }

    private static JsonNode data(JsonNode body, String relationship) {
        return body.path("data").path("relationships").path(relationship).path("data");
    }

    private static List<String> ids(JsonNode identifiers) {
        return StreamSupport.stream(identifiers.spliterator(), false)
                .map(identifier -> identifier.path("id").asText())
                .toList();
    }
}
