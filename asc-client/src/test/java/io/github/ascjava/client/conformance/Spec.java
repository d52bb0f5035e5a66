package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.codegen.EffectiveDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Apple's OpenAPI document after the corrections; without it a test is skipped. */
final class Spec {

    private static final String REF = "#/components/schemas/";

    /** Parsing takes a second, so all classes of tests share it. */
    private static @Nullable Spec loaded;

    private final JsonNode schemas;
    private final Map<String, SpecOperation> operations = new LinkedHashMap<>();
    private final Alternatives alternatives = new Alternatives(this);

    private Spec(JsonNode root) {
        this.schemas = root.path("components").path("schemas");
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(verb -> !verb.getKey().equals("parameters"))
                        .map(verb -> new SpecOperation(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue(), this))
                        .forEach(operation -> operations.put(operation.name(), operation)));
    }

    /** Reads the document, or skips the calling test. */
    static synchronized Spec load() {
        Spec spec = loaded;
        if (spec == null) {
            spec = new Spec(
                    EffectiveDocument.orElseThrow(TestAbortedException::new).root());
            loaded = spec;
        }
        return spec;
    }

    /** Uses a document made by a test. */
    static Spec of(JsonNode root) {
        return new Spec(root);
    }

    Collection<SpecOperation> operations() {
        return operations.values();
    }

    @Nullable
    SpecOperation operation(String name) {
        return operations.get(name);
    }

    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        schemas.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
        return byName;
    }

    JsonNode schema(String name) {
        return schemas.path(name);
    }

    /** The schema itself if it is not a reference. */
    JsonNode resolve(JsonNode schema) {
        String ref = ref(schema);
        return ref == null ? schema : schema(ref);
    }

    static @Nullable String ref(JsonNode schema) {
        String ref = schema.path("$ref").textValue();
        return ref == null ? null : ref.substring(REF.length());
    }

    /** The schemas of a union, or the one schema of no union. */
    static List<String> refs(JsonNode schema) {
        List<String> names = new ArrayList<>();
        String single = ref(schema);
        if (single != null) {
            names.add(single);
        }
        schema.path("oneOf").forEach(each -> names.add(String.valueOf(ref(each))));
        return names;
    }

    /** The values of an enum schema, its own or those of the schema it refers to. */
    List<String> values(JsonNode schema) {
        return texts(resolve(schema).path("enum"));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The one JSON:API type of a resource, body or identifier. */
    static @Nullable String type(JsonNode schema) {
        return schema.path("properties").path("type").path("enum").path(0).textValue();
    }

    static boolean isResource(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        return properties.has("type") && properties.has("id") && properties.has("links");
    }

    /** The plain schemas behind composed ones. */
    Alternatives alternatives() {
        return alternatives;
    }

    /** The schemas of all resources by name, each with the members of all its alternatives. */
    Map<String, JsonNode> resources() {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        schemas().forEach((name, schema) -> {
            if (isResource(schema)) {
                byName.put(name, alternatives.union(schema));
            }
        });
        return byName;
    }

    /** The resource object within a schema of a request that creates or updates one, or a missing node. */
    JsonNode body(String schemaName) {
        JsonNode schema = schema(schemaName);
        if (schemaName.endsWith("InlineCreate")) {
            // Two have only type and ID; they create nothing, because their resource already exists.
            boolean creates = schema.path("properties").has("attributes")
                    || schema.path("properties").has("relationships");
            return creates ? schema : MissingNode.getInstance();
        }
        JsonNode data = schema.path("properties").path("data");
        boolean resource = schemaName.endsWith("CreateRequest") || schemaName.endsWith("UpdateRequest");
        return resource && data.path("properties").has("type") ? data : MissingNode.getInstance();
    }

    /** The schemas of all resource objects in requests, by name, each with the members of all its alternatives. */
    Map<String, JsonNode> bodies() {
        return schemas().keySet().stream()
                .filter(name -> !body(name).isMissingNode())
                .collect(Collectors.toMap(
                        name -> name, name -> alternatives.union(body(name)), (a, b) -> a, LinkedHashMap::new));
    }

    /** The attributes and relationships that each alternative of a request's resource object requires. */
    List<List<String>> leastOf(String schemaName) {
        return alternatives.of(body(schemaName)).stream()
                .map(form -> Stream.of("attributes", "relationships")
                        .flatMap(
                                part -> texts(form.path("properties").path(part).path("required")).stream())
                        .toList())
                .distinct()
                .toList();
    }
}
