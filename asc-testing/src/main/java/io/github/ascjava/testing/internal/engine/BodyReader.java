package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/** Parses request bodies as JSON and reads resource identifiers. */
final class BodyReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private BodyReader() {}

    /**
     * Parses a body.
     *
     * @throws ApiErrorException 400 if it is not a JSON object
     */
    static JsonNode parse(ByteString body) {
        JsonNode json;
        try {
            json = MAPPER.readTree(body.toByteArray());
        } catch (JsonProcessingException e) {
            throw ErrorKind.NO_JSON.refusal("The body can not be read as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!json.isObject()) {
            throw ErrorKind.NO_JSON.refusal("The body must be a JSON object");
        }
        return json;
    }

    /**
     * Reads the identifiers of a body that changes a relationship.
     *
     * @param type the JSON:API type that they must have
     * @throws ApiErrorException 409 if the body contains anything else
     */
    static List<Identifier> identifiers(JsonNode body, boolean toMany, String type, boolean mayBeNull) {
        List<ErrorObject> errors = new ArrayList<>();
        List<Identifier> identifiers = identifiers(body.path("data"), "/data", toMany, type, mayBeNull, errors);
        if (!errors.isEmpty()) {
            throw new ApiErrorException(409, errors);
        }
        return identifiers;
    }

    /** Reads the {@code data} of a relationship, and adds problems to the errors. */
    static List<Identifier> identifiers(
            JsonNode data, String pointer, boolean toMany, String type, boolean mayBeNull, List<ErrorObject> errors) {
        if (data.isNull() && !toMany && mayBeNull) {
            return List.of();
        }
        if (toMany != data.isArray()) {
            errors.add(ErrorKind.RELATIONSHIP_INVALID
                    .error(
                            toMany
                                    ? "The data of a to-many relationship must be an array"
                                    : "The data of a to-one relationship must be an object")
                    .at(pointer));
            return List.of();
        }
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = 0; i < (toMany ? data.size() : 1); i++) {
            JsonNode each = toMany ? data.get(i) : data;
            String place = toMany ? pointer + "/" + i : pointer;
            String actual = each.path("type").asText();
            if (!each.path("type").isTextual() || !each.path("id").isTextual()) {
                errors.add(ErrorKind.RELATIONSHIP_INVALID
                        .error("A relationship needs the type and the id of a resource")
                        .at(place));
            } else if (!actual.equals(type)) {
                errors.add(ErrorKind.RELATIONSHIP_INVALID
                        .error("The type '" + actual + "' is not valid for this relationship. Expected '" + type + "'")
                        .at(place + "/type"));
            } else {
                identifiers.add(new Identifier(type, each.path("id").textValue(), place));
            }
        }
        return identifiers;
    }
}
