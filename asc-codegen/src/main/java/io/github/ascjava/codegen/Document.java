package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;
import static io.github.ascjava.codegen.UnknownShapeException.requireFound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Apple's OpenAPI document after the corrections: schemas by name, and operations in a fixed order. */
final class Document {

    static final String SCHEMA_REF = "#/components/schemas/";
    private static final List<String> VERBS = List.of("get", "post", "patch", "delete");

    private final JsonNode root;
    private final Map<String, JsonNode> schemas;
    private final List<Operation> operations = new ArrayList<>();

    Document(JsonNode root) {
        this.root = root;
        Stops stops = new Stops();
        this.schemas = new PlainSchemas(root.path("components").path("schemas"), stops).byName();
        root.path("paths").properties().forEach(path -> addOperations(path.getKey(), path.getValue(), stops));
        stops.requireNone();
        operations.sort(Comparator.comparing(Operation::tag)
                .thenComparingInt(Operation::version)
                .thenComparing(Operation::action)
                .thenComparing(Operation::path));
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
        return PlainSchemas.found(schemas, name);
    }

    /** Returns the name of the schema that a node refers to, or null if it is not a reference. */
    static @Nullable String refOf(JsonNode node) {
        String ref = node.path("$ref").textValue();
        if (ref == null) {
            return null;
        }
        require(ref.startsWith(SCHEMA_REF), ref, "a reference to anything but a schema is unsupported.");
        return ref.substring(SCHEMA_REF.length());
    }

    /** Returns the names of the schemas that the response of an operation may include. */
    List<String> includedBy(Operation operation) {
        return includedBy(jsonAnswer(operation));
    }

    /** Returns the names of the schemas that a document may include: those of a union, or a single schema. */
    static List<String> includedBy(JsonNode document) {
        JsonNode items = property(document, "included").path("items");
        JsonNode union = items.path("oneOf");
        return (union.isArray() || items.isEmpty() ? union.valueStream() : Stream.of(items))
                .map(each -> requireFound(
                        refOf(each), each.toString(), "the included resources of a response have no schema name."))
                .toList();
    }

    /** Returns the schema of the resources in an operation's response, or null if it contains none. */
    @Nullable
    String resourceOf(Operation operation) {
        String element = refOf(elementOf(property(jsonAnswer(operation), "data")));
        return element != null && isResource(schema(element)) ? element : null;
    }

    /** Returns the schema of a map's values, or null if the schema does not describe a map. */
    static @Nullable JsonNode mapValue(JsonNode schema, String place) {
        JsonNode values = schema.path("additionalProperties");
        if (values.isMissingNode() || (values.isBoolean() && !values.booleanValue())) {
            return null;
        }
        require(!schema.has("properties"), place, "a map with named members is unsupported.");
        return values.isBoolean() ? JsonNodeFactory.instance.objectNode() : values;
    }

    private JsonNode jsonAnswer(Operation operation) {
        String ref = refOf(operation.answer().path("application/json").path("schema"));
        return ref == null ? MissingNode.getInstance() : schema(ref);
    }

    static boolean isResource(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        return properties.has("type") && properties.has("id") && properties.has("links");
    }

    static JsonNode property(JsonNode schema, String name) {
        return schema.path("properties").path(name);
    }

    /** Returns the members of an object schema, by name; empty if there is no schema. */
    static Set<Map.Entry<String, JsonNode>> members(JsonNode schema, String place) {
        Keywords.requireObject(schema, place);
        return schema.path("properties").properties();
    }

    static boolean isList(JsonNode schema) {
        return schema.path("type").asText().equals("array");
    }

    /** Returns the schema of a list's elements, or the schema itself if it does not describe a list. */
    static JsonNode elementOf(JsonNode schema) {
        return isList(schema) ? schema.path("items") : schema;
    }

    /** Returns the JSON:API type that a resource or resource identifier schema fixes, or null if it fixes none. */
    static @Nullable String typeOf(JsonNode schema) {
        JsonNode values = property(schema, "type").path("enum");
        return values.size() == 1 ? values.get(0).asText() : null;
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private void addOperations(String path, JsonNode verbs, Stops stops) {
        verbs.properties()
                .forEach(entry -> stops.attempt(() -> {
                    String verb = entry.getKey();
                    if (verb.equals("parameters")) {
                        for (JsonNode parameter : entry.getValue()) {
                            String name = parameter.path("name").asText();
                            boolean inPath = parameter.path("in").asText().equals("path");
                            require(inPath, path, "the parameter " + name + " of all operations is not in the path.");
                        }
                    } else {
                        require(VERBS.contains(verb), path, "the verb " + verb + " is unsupported.");
                        operations.add(Operation.of(path, verb, entry.getValue()));
                    }
                }));
    }
}
