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

    private final Document document;
    private final Map<Set<String>, Value> valuesBySet = new HashMap<>();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    ShapeWriter(Model model) {
        this.document = model.document();
        model.values().forEach(value -> valuesBySet.putIfAbsent(new TreeSet<>(value.values()), value));
    }

    ObjectNode of(JsonNode schema) {
        ObjectNode shape = nonNull(schema);
        if (schema.path("nullable").asBoolean()) {
            shape.put("nullable", true);
        }
        return shape;
    }

    /** What has been referred to by name so far. */
    ObjectNode definitions() {
        return JsonNodeFactory.instance.objectNode().setAll(definitions);
    }

    private ObjectNode nonNull(JsonNode schema) {
        String ref = Document.refOf(schema);
        if (ref != null) {
            return referenced(ref);
        }
        if (!schema.path("enum").isEmpty()) {
            return values(Document.texts(schema.path("enum")));
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
            case "array" -> shape("list").set("of", of(schema.path("items")));
            case "object" -> object(schema);
            case "" -> shape("any");
            default -> throw new UnknownShapeException(schema.toString(), "the type " + type + " is new.");
        };
    }

    private static ObjectNode shape(String kind) {
        return JsonNodeFactory.instance.objectNode().put("is", kind);
    }

    private ObjectNode object(JsonNode schema) {
        if (schema.has("additionalProperties") || schema.path("properties").isEmpty()) {
            return shape("map").set("of", of(schema.path("additionalProperties")));
        }
        ObjectNode object = shape("object");
        List<String> required = Document.texts(schema.path("required"));
        Document.members(schema).forEach(member -> {
            ObjectNode shape = of(member.getValue());
            if (required.contains(member.getKey())) {
                shape.put("required", true);
            }
            object.withObjectProperty("of").set(member.getKey(), shape);
        });
        return object;
    }

    private ObjectNode values(List<String> texts) {
        Value known = valuesBySet.get(new TreeSet<>(texts));
        ObjectNode values = shape("values");
        (known == null ? texts : known.values()).forEach(values.withArrayProperty("of")::add);
        if (known == null) {
            return values;
        }
        definitions.put(known.name().name(), values);
        return shape("named").put("of", known.name().name());
    }

    private ObjectNode referenced(String ref) {
        JsonNode schema = document.schema(ref);
        if (schema.has("enum")) {
            return nonNull(schema);
        }
        if (!definitions.containsKey(ref)) {
            // Before its members, because an object may hold objects of its own kind.
            definitions.put(ref, shape("any"));
            definitions.put(ref, of(schema));
        }
        return shape("named").put("of", ref);
    }
}
