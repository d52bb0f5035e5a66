package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.ascjava.codegen.EffectiveDocument;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.SchemaParts.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Apple's document, which is not part of the project, and a validator for its schemas.
 *
 * <p>Validation is strict: every part of a response has to be documented.
 */
final class AppleDocument {

    private static final int SHOWN = 500;
    private static final String LOCATION = "https://example.com/schemas/";

    private static @Nullable AppleDocument document;

    private final JsonNode root;
    private final SchemaParts parts;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    private AppleDocument(JsonNode root) {
        this.root = root;
        JsonNode named = root.path("components").path("schemas");
        this.parts = new SchemaParts(named);
        StrictSchemas strict = new StrictSchemas(parts, LOCATION);
        // Each schema is a separate document, because the validator parses a document again for each requested
        // fragment.
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(location -> strict.strict(named.path(location.substring(LOCATION.length())))
                        .toString()));
    }

    /** Reads the document once for all tests; without it, the calling test is skipped. */
    static synchronized AppleDocument get() {
        AppleDocument known = document;
        if (known == null) {
            known = new AppleDocument(
                    EffectiveDocument.orElseThrow(TestAbortedException::new).root());
            document = known;
        }
        return known;
    }

    /** Returns the documented statuses and content types of an operation. */
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

    /**
     * One choice of a resource's attributes or relationships, where the document has alternatives.
     *
     * @param attributes names of attributes
     * @param relationships names of relationships
     * @param told the discriminating attributes and their values
     */
    record Alternative(Set<String> attributes, Set<String> relationships, Map<String, String> told) {}

    /** Returns alternatives of a resource that together take each choice at least once. */
    List<Alternative> alternatives(String schema) {
        JsonNode properties =
                root.path("components").path("schemas").path(schema).path("properties");
        List<Choice> attributes = parts.choices(properties.path("attributes"));
        List<Choice> relationships = parts.choices(properties.path("relationships"));
        List<Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < Math.max(attributes.size(), relationships.size()); i++) {
            Choice first = attributes.get(i % attributes.size());
            Choice second = relationships.get(i % relationships.size());
            Map<String, String> told = new HashMap<>();
            told.put(first.discriminator(), first.value());
            told.put(second.discriminator(), second.value());
            told.remove("");
            alternatives.add(new Alternative(members(first.schema()), members(second.schema()), told));
        }
        return alternatives;
    }

    private static Set<String> members(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the attributes and relationships that each alternative of a body requires. */
    List<Set<String>> leastOf(OperationShape operation) {
        JsonNode data = parts.flat(requestSchema(operation)).path("properties").path("data");
        List<Set<String>> all = new ArrayList<>();
        for (JsonNode each : data.has("anyOf") ? data.path("anyOf") : List.of(data)) {
            Set<String> least = new HashSet<>();
            for (String part : List.of("attributes", "relationships")) {
                for (JsonNode schema : List.of(data, each)) {
                    least.addAll(SchemaParts.texts(
                            schema.path("properties").path(part).path("required")));
                }
            }
            all.add(least);
        }
        return all;
    }

    /** Returns the violations of a response; empty if it is as documented. */
    List<String> problemsOfAnswer(OperationShape operation, int status, String contentType, String body) {
        JsonNode schema = responses(operation)
                .path(Integer.toString(status))
                .path("content")
                .path(contentType)
                .path("schema");
        return problems(schema, body);
    }

    /** Returns the violations of a request body; empty if it is as documented. */
    List<String> problemsOfRequest(OperationShape operation, String body) {
        return problems(requestSchema(operation), body);
    }

    private JsonNode requestSchema(OperationShape operation) {
        return operation(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private JsonNode operation(OperationShape operation) {
        return root.path("paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
    }

    private List<String> problems(JsonNode schema, String body) {
        String ref = schema.path("$ref").asText().replace(SchemaParts.REF, LOCATION);
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
}
