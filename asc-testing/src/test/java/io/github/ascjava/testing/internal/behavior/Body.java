package io.github.ascjava.testing.internal.behavior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The body of a create or update request. */
public final class Body {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode data = document.putObject("data");

    private Body(String type) {
        data.put("type", type);
    }

    public static Body of(String type) {
        return new Body(type);
    }

    public Body id(String id) {
        data.put("id", id);
        return this;
    }

    /** Sets an attribute to a text, number, boolean, list or map. */
    public Body with(String attribute, @Nullable Object value) {
        data.withObjectProperty("attributes").set(attribute, MAPPER.valueToTree(value));
        return this;
    }

    /** Sets a to-one relationship. */
    public Body one(String relationship, String type, String id) {
        data.withObjectProperty("relationships").putObject(relationship).set("data", identifier(type, id));
        return this;
    }

    /** Sets a to-many relationship. */
    public Body many(String relationship, String type, List<String> ids) {
        ArrayNode list =
                data.withObjectProperty("relationships").putObject(relationship).putArray("data");
        ids.forEach(id -> list.add(identifier(type, id)));
        return this;
    }

    /** Includes a new resource. */
    public Body included(Body other, String localId) {
        document.withArrayProperty("included").add(other.id(localId).data);
        return this;
    }

    /** Returns the body as JSON. */
    public JsonNode json() {
        return document;
    }

    ByteString bytes() {
        return ByteString.encodeUtf8(document.toString());
    }

    private static JsonNode identifier(String type, String id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
    }

    /** The body of a request that changes a to-many relationship. */
    public record Links(String type, List<String> ids) {

        ByteString bytes() {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ArrayNode data = document.putArray("data");
            ids.forEach(id -> data.add(identifier(type, id)));
            return ByteString.encodeUtf8(document.toString());
        }
    }
}
