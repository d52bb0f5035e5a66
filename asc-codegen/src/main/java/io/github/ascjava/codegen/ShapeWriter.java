package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.codegen.Model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes what a value may be, for the catalog.
 *
 * <pre>
 * {"is": "text", "format": "date-time"}   {"is": "integer", "least": 1, "most": 5}   {"is": "number"}   {"is": "boolean"}
 * {"is": "values", "of": ["A", "B"]}      {"is": "list", "of": a shape}              {"is": "map", "of": a shape}
 * {"is": "object", "of": {name: a shape}} {"is": "named", "of": a name in types.json} {"is": "any"}
 * </pre>
 *
 * <p>Each may be {@code "required"} and {@code "nullable"}.
 */
final class ShapeWriter {

    private static final String ANY_PACKAGE = "";

    private final Document document;
    /** By package and values, and by values alone for sets that occur in other packages, too. */
    private final Map<Map.Entry<String, Set<String>>, Value> valuesBySet = new HashMap<>();

    private final Map<String, Value> valuesByName = new HashMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    ShapeWriter(Model model) {
        this.document = model.document();
        for (Value value : model.values()) {
            Set<String> texts = new TreeSet<>(value.values());
            valuesByName.put(value.name().name(), value);
            valuesBySet.putIfAbsent(Map.entry(value.name().packageName(), texts), value);
            valuesBySet.putIfAbsent(Map.entry(ANY_PACKAGE, texts), value);
        }
        model.objects()
                .forEach(object ->
                        packages.put(object.name().name(), object.name().packageName()));
    }

    /**
     * Returns the shape of a value.
     *
     * @param schema the schema of the value
     * @param owner the class that the value belongs to, whose package has its own types for sets of values
     */
    ObjectNode of(JsonNode schema, JavaType owner) {
        return of(schema, owner.packageName().replace(InterfacePlanner.API, TypePlanner.MODEL));
    }

    private ObjectNode of(JsonNode schema, String packageName) {
        ObjectNode shape = nonNull(schema, packageName);
        if (schema.path("nullable").asBoolean()) {
            shape.put("nullable", true);
        }
        return shape;
    }

    /** The named shapes that have been referenced so far. */
    ObjectNode definitions() {
        return JsonNodeFactory.instance.objectNode().setAll(definitions);
    }

    private ObjectNode nonNull(JsonNode schema, String packageName) {
        String ref = Document.refOf(schema);
        if (ref != null) {
            return referenced(ref, packageName);
        }
        if (!schema.path("enum").isEmpty()) {
            return values(Document.texts(schema.path("enum")), packageName);
        }
        String type = schema.path("type").asText();
        return switch (type) {
            case "string" -> {
                ObjectNode text = shape("text");
                yield schema.hasNonNull("format") ? text.set("format", schema.get("format")) : text;
            }
            case "integer" -> {
                ObjectNode integer = shape("integer");
                if (schema.has("minimum") && schema.has("maximum")) {
                    integer.set("least", schema.get("minimum"));
                    integer.set("most", schema.get("maximum"));
                }
                yield integer;
            }
            case "boolean", "number" -> shape(type);
            case "array" -> shape("list").set("of", of(schema.path("items"), packageName));
            case "object" -> object(schema, packageName);
            case "" -> shape("any");
            default -> throw new UnknownShapeException(schema.toString(), "the type " + type + " is unsupported.");
        };
    }

    private static ObjectNode shape(String kind) {
        return JsonNodeFactory.instance.objectNode().put("is", kind);
    }

    private ObjectNode object(JsonNode schema, String packageName) {
        JsonNode mapValue = Document.mapValue(schema, schema.toString());
        if (mapValue != null || schema.path("properties").isEmpty()) {
            return shape("map").set("of", mapValue == null ? shape("any") : of(mapValue, packageName));
        }
        ObjectNode object = shape("object");
        List<String> required = Document.texts(schema.path("required"));
        Document.members(schema, schema.toString()).forEach(member -> {
            ObjectNode shape = of(member.getValue(), packageName);
            if (required.contains(member.getKey())) {
                shape.put("required", true);
            }
            object.withObjectProperty("of").set(member.getKey(), shape);
        });
        return object;
    }

    private ObjectNode values(List<String> texts, String packageName) {
        Set<String> set = new TreeSet<>(texts);
        Value own = valuesBySet.get(Map.entry(packageName, set));
        Value known = own == null ? valuesBySet.get(Map.entry(ANY_PACKAGE, set)) : own;
        return known == null ? values(texts) : named(known);
    }

    private ObjectNode named(Value value) {
        definitions.put(value.name().name(), values(value.values()));
        return shape("named").put("of", value.name().name());
    }

    private static ObjectNode values(List<String> texts) {
        ObjectNode values = shape("values");
        texts.forEach(values.withArrayProperty("of")::add);
        return values;
    }

    private ObjectNode referenced(String ref, String packageName) {
        String name = Names.capitalized(ref);
        Value values = valuesByName.get(name);
        if (values != null) {
            return named(values);
        }
        if (!definitions.containsKey(ref)) {
            // Registered before its members, because an object may contain objects of its own type.
            definitions.put(ref, shape("any"));
            definitions.put(ref, of(document.schema(ref), packages.getOrDefault(name, packageName)));
        }
        return shape("named").put("of", ref);
    }
}
