package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Apple's OpenAPI document after the corrections: schemas by name, and operations in an order that never changes. */
final class Document {

    private static final String SCHEMA_REF = "#/components/schemas/";
    private static final List<String> VERBS = List.of("get", "post", "patch", "delete");

    private final JsonNode root;
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final List<Operation> operations = new ArrayList<>();

    Document(JsonNode root) {
        this.root = root;
        root.path("components").path("schemas").properties().forEach(e -> schemas.put(e.getKey(), e.getValue()));
        root.path("paths").properties().forEach(path -> addOperations(path.getKey(), path.getValue()));
        operations.sort(Comparator.comparing(Operation::tag)
                .thenComparingInt(Operation::version)
                .thenComparing(Operation::action)
                .thenComparing(Operation::path));
    }

    /** Reads a document and applies the corrections to it. */
    static Document read(Path file, Corrections corrections) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        corrections.applyTo(root);
        return new Document(root);
    }

    String version() {
        return root.path("info").path("version").asText();
    }

    Map<String, JsonNode> schemas() {
        return schemas;
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode schema(String name) {
        JsonNode schema = schemas.get(name);
        if (schema == null) {
            throw new UnknownShapeException(name, "the document refers to this schema, but does not have it.");
        }
        return schema;
    }

    /** Returns the name of the schema that a node refers to, or null if it is no reference. */
    static @Nullable String refOf(JsonNode node) {
        String ref = node.path("$ref").textValue();
        return ref == null ? null : ref.substring(SCHEMA_REF.length());
    }

    /** Returns what the answer of an operation holds beside its data, as names of schemas. */
    List<String> includedBy(Operation operation) {
        String ref = refOf(operation.answer().path("application/json").path("schema"));
        return ref == null
                ? List.of()
                : refs(schema(ref).path("properties").path("included").path("items"));
    }

    /** The schemas that a union names, or the one schema of no union. */
    static List<String> refs(JsonNode items) {
        List<String> refs = new ArrayList<>();
        String single = refOf(items);
        if (single != null) {
            refs.add(single);
        }
        items.path("oneOf").forEach(each -> refs.add(String.valueOf(refOf(each))));
        return refs;
    }

    /** Returns the JSON:API type that a resource or resource identifier schema fixes, or null if it fixes none. */
    static @Nullable String typeOf(JsonNode schema) {
        JsonNode values = schema.path("properties").path("type").path("enum");
        return values.size() == 1 ? values.get(0).asText() : null;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private void addOperations(String path, JsonNode verbs) {
        for (Map.Entry<String, JsonNode> entry : verbs.properties()) {
            if (entry.getKey().equals("parameters")) {
                for (JsonNode parameter : entry.getValue()) {
                    if (!parameter.path("in").asText().equals("path")) {
                        String name = parameter.path("name").asText();
                        throw new UnknownShapeException(
                                path, "the parameter " + name + " of all operations is not in the path.");
                    }
                }
                continue;
            }
            if (!VERBS.contains(entry.getKey())) {
                throw new UnknownShapeException(path, "the verb " + entry.getKey() + " is new.");
            }
            operations.add(Operation.of(path, entry.getKey(), entry.getValue()));
        }
    }
}
