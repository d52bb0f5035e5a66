package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
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
            throw Errors.refusal("body-no-json", e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!json.isObject()) {
            throw Errors.refusal("body-no-object");
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
        ApiErrorException.throwIfAny(409, errors);
        return identifiers;
    }

    /** Reads the {@code data} of a relationship, and adds problems to the errors. */
    static List<Identifier> identifiers(
            JsonNode data, String pointer, boolean toMany, String type, boolean mayBeNull, List<ErrorObject> errors) {
        if (data.isNull() && !toMany && mayBeNull) {
            return List.of();
        }
        if (toMany != data.isArray()) {
            errors.add(toMany ? Errors.error("to-many-no-array", pointer) : Errors.error("to-one-no-object", pointer));
            return List.of();
        }
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = 0; i < (toMany ? data.size() : 1); i++) {
            JsonNode each = toMany ? data.get(i) : data;
            String place = toMany ? pointer + "/" + i : pointer;
            String actual = each.path("type").asText();
            if (!each.path("type").isTextual() || !each.path("id").isTextual()) {
                errors.add(Errors.error("identifier-incomplete", place));
            } else if (!actual.equals(type)) {
                errors.add(Errors.error("identifier-type", place + "/type", actual, type));
            } else {
                identifiers.add(new Identifier(type, each.path("id").textValue(), place));
            }
        }
        return identifiers;
    }
}
