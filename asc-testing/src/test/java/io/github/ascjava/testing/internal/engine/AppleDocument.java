package io.github.ascjava.testing.internal.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Apple's document, never part of the project, and a validator for its schemas.
 *
 * <p>The schemas allow members that they do not name. Here they do not: an answer has to be wholly documented.
 */
final class AppleDocument {

    private static final Path FILE = Path.of("../../shared/spec/app-store-connect-4.4.1.json");
    private static final int SHOWN = 500;
    private static final String REF = "#/components/schemas/";
    private static final String LOCATION = "https://example.com/schemas/";

    private static @Nullable AppleDocument document;

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    private AppleDocument(JsonNode root) {
        this.root = root;
        JsonNode named = root.path("components").path("schemas");
        close(named);
        // Each schema a document of its own: the validator reads a document anew for each fragment that it is asked
        // for.
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(location ->
                        named.path(location.substring(LOCATION.length())).toString()));
    }

    /** Reads the document once for all tests; without it, the calling test is skipped. */
    static synchronized AppleDocument get() {
        assumeTrue(
                Files.exists(FILE),
                () -> "Apple's OpenAPI document is not at " + FILE + ", so there is nothing to compare with.");
        AppleDocument known = document;
        if (known == null) {
            try {
                known = new AppleDocument(new ObjectMapper().readTree(FILE.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document = known;
        }
        return known;
    }

    /** Returns the statuses and the content types that an operation may answer. */
    JsonNode responses(OperationShape operation) {
        return operation(operation).path("responses");
    }

    int operations() {
        int count = 0;
        for (JsonNode path : root.path("paths")) {
            for (Map.Entry<String, JsonNode> each : path.properties()) {
                count += each.getKey().equals("parameters") ? 0 : 1;
            }
        }
        return count;
    }

    /** Says what is wrong with an answer; nothing if it is as documented. */
    List<String> problemsOfAnswer(OperationShape operation, int status, String contentType, String body) {
        JsonNode schema = responses(operation)
                .path(Integer.toString(status))
                .path("content")
                .path(contentType)
                .path("schema");
        return problems(schema, body);
    }

    /** Says what is wrong with the body of a request; nothing if it is as documented. */
    List<String> problemsOfRequest(OperationShape operation, String body) {
        JsonNode schema = operation(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return problems(schema, body);
    }

    private JsonNode operation(OperationShape operation) {
        return root.path("paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
    }

    private List<String> problems(JsonNode schema, String body) {
        String ref = schema.path("$ref").asText().replace(REF, LOCATION);
        if (ref.isEmpty()) {
            return List.of("there is no schema to compare with: " + schema);
        }
        Schema compiled =
                schemas.computeIfAbsent(ref, key -> Objects.requireNonNull(registry.getSchema(SchemaLocation.of(key))));
        return compiled
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error + " " + abbreviated(String.valueOf(error.getInstanceNode())))
                .toList();
    }

    private static String abbreviated(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + ".." : text;
    }

    /** Also refers to schemas by their locations; the types of resources tell them apart without discriminators. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", object.path("$ref").textValue().replace(REF, LOCATION));
        }
        if (schema instanceof ObjectNode object && object.path("oneOf").isArray()) {
            object.remove("discriminator");
        }
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.path("properties").isEmpty()
                && object.path("type").asText().equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AppleDocument::close);
    }
}
