package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Value;
import java.util.ArrayList;
import java.util.Collection;
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
 * text  text:date-time  integer  integer(1..5)  number  boolean  any
 * &lt;A|B>           one of these texts          @Platform        a shape from types.txt
 * [text]          a list                      {a text, b! any} an object, b required
 * {* text}        an object of any members    text?            may be null
 * </pre>
 */
final class ShapeText {

    private final Document document;
    private final Map<Set<String>, Value> valuesBySet = new HashMap<>();
    private final Map<String, String> definitions = new TreeMap<>();

    ShapeText(Document document, Collection<Value> values) {
        this.document = document;
        values.forEach(value -> valuesBySet.putIfAbsent(new TreeSet<>(value.values()), value));
    }

    /** Writes the members of an object, one line each. */
    List<String> members(JsonNode object) {
        List<String> lines = new ArrayList<>();
        List<String> required = Document.texts(object.path("required"));
        object.path("properties")
                .properties()
                .forEach(member -> lines.add(
                        member.getKey() + (required.contains(member.getKey()) ? "! " : " ") + of(member.getValue())));
        return lines;
    }

    String of(JsonNode schema) {
        return nonNull(schema) + (schema.path("nullable").asBoolean() ? "?" : "");
    }

    /** What has been referred to so far. */
    String definitions() {
        StringBuilder text = new StringBuilder();
        definitions.forEach((name, definition) ->
                text.append(name).append(' ').append(definition).append('\n'));
        return text.toString();
    }

    private String nonNull(JsonNode schema) {
        String ref = Document.refOf(schema);
        if (ref != null) {
            return referenced(ref);
        }
        if (!schema.path("enum").isEmpty()) {
            return values(Document.texts(schema.path("enum")));
        }
        String type = schema.path("type").asText();
        return switch (type) {
            case "string" ->
                "text"
                        + (schema.hasNonNull("format")
                                ? ":" + schema.path("format").asText()
                                : "");
            case "integer" -> "integer" + range(schema);
            case "boolean", "number" -> type;
            case "array" -> "[" + of(schema.path("items")) + "]";
            case "object" -> object(schema);
            case "" -> "any";
            default -> throw new UnknownShapeException(schema.toString(), "the type " + type + " is new.");
        };
    }

    private static String range(JsonNode schema) {
        return schema.has("minimum") && schema.has("maximum")
                ? "(" + schema.path("minimum").asLong() + ".."
                        + schema.path("maximum").asLong() + ")"
                : "";
    }

    private String object(JsonNode schema) {
        if (schema.has("additionalProperties")) {
            return "{* " + of(schema.path("additionalProperties")) + "}";
        }
        return schema.path("properties").isEmpty() ? "{* any}" : "{" + String.join(", ", members(schema)) + "}";
    }

    private String values(List<String> texts) {
        Value known = valuesBySet.get(new TreeSet<>(texts));
        if (known == null) {
            return "<" + String.join("|", texts) + ">";
        }
        String name = known.name().name();
        definitions.put(name, "<" + String.join("|", known.values()) + ">");
        return "@" + name;
    }

    private String referenced(String ref) {
        JsonNode schema = document.schema(ref);
        if (schema.has("enum")) {
            return nonNull(schema);
        }
        if (!definitions.containsKey(ref)) {
            // Before its members, because an object may hold objects of its own kind.
            definitions.put(ref, "");
            definitions.put(ref, of(schema));
        }
        return "@" + ref;
    }
}
