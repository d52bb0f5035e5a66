package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Examples of all JSON responses that the document describes, and their converters. */
final class DocumentedResponses {

    private static final MediaType MEDIA_TYPE = MediaType.get("application/json");
    private static final Retrofit RETROFIT =
            new Retrofit.Builder().baseUrl("https://localhost/").build();

    private final Spec spec;
    private final JsonApiConverterFactory factory = JsonApiConverterFactory.create();
    private final Map<Type, Converter<ResponseBody, ?>> converters = new LinkedHashMap<>();

    DocumentedResponses(Spec spec) {
        this.spec = spec;
    }

    void forEach(Check check) {
        Map<String, Set<Type>> answers = answers();
        assertThat(answers).hasSizeGreaterThan(500);
        answers.forEach((schema, types) ->
                new Examples(spec).responses(schema).forEach(json -> check.check(schema, json, types)));
    }

    /** The types that responses of each JSON schema are read as. */
    private Map<String, Set<Type>> answers() {
        Map<String, Set<Type>> answers = new LinkedHashMap<>();
        for (ApiMethod method : ApiMethod.all()) {
            SpecOperation operation = spec.operation(method.operation());
            String schema = operation == null ? null : operation.response(method.contentType());
            if (schema != null && method.contentType().endsWith("json")) {
                answers.computeIfAbsent(schema, key -> new LinkedHashSet<>()).add(method.result());
            }
        }
        return answers;
    }

    Object decode(String schema, Type type, JsonNode json) {
        Converter<ResponseBody, ?> converter = converters.computeIfAbsent(
                type,
                key -> Objects.requireNonNull(factory.responseBodyConverter(key, new Annotation[0], RETROFIT), schema));
        try {
            return Objects.requireNonNull(converter.convert(ResponseBody.create(json.toString(), MEDIA_TYPE)), schema);
        } catch (IOException e) {
            throw new AssertionError(schema + " could not be read: " + e.getMessage(), e);
        }
    }

    static void forEachResource(JsonNode answer, Consumer<ObjectNode> action) {
        List<JsonNode> resources = new ArrayList<>();
        if (answer.path("data").isArray()) {
            answer.path("data").forEach(resources::add);
        } else {
            resources.add(answer.path("data"));
        }
        answer.path("included").forEach(resources::add);
        for (JsonNode resource : resources) {
            if (resource instanceof ObjectNode object && object.has("type")) {
                action.accept(object);
            }
        }
    }

    /** Checks an example of a response, which the check may change. */
    @FunctionalInterface
    interface Check {
        void check(String schema, JsonNode json, Set<Type> types);
    }
}
