package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The schema keywords that the generator reads or may ignore. Any other keyword could hide a member, so it stops the
 * generator.
 */
final class Keywords {

    /** Keywords that compose a schema from others. */
    static final List<String> COMPOSING = List.of("$ref", "allOf", "oneOf", "anyOf");

    /** Annotations and constraints on values, which do not affect the members. */
    private static final Set<String> PASSED_OVER = Set.of(
            "title",
            "description",
            "externalDocs",
            "example",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "discriminator",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf");

    private static final Set<String> OF_OBJECTS = Set.of("type", "nullable", "properties", "required");
    private static final Set<String> OF_VALUES = Set.of("format", "enum", "items", "additionalProperties", "$ref");

    private Keywords() {}

    /** Rejects a schema with more keywords than an object with members needs. */
    static void requireObject(JsonNode schema, String place) {
        schema.properties().forEach(each -> {
            boolean closed = each.getKey().equals("additionalProperties")
                    && each.getValue().isBoolean();
            require(
                    closed || isPassedOver(each.getKey()) || OF_OBJECTS.contains(each.getKey()),
                    place,
                    "the keyword " + each.getKey() + " is unsupported here.");
        });
        String type = schema.path("type").asText("object");
        require(
                schema.isMissingNode() || type.equals("object"),
                place,
                "an object of the type " + type + " is unsupported.");
    }

    /** Rejects an object with any other members. */
    static void requireMembers(JsonNode schema, String place, Collection<String> known) {
        requireObject(schema, place);
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(
                        name -> require(known.contains(name), place, "the member " + name + " is unsupported here."));
    }

    /** Rejects a schema of a value with unsupported keywords. */
    static void requireValue(JsonNode schema, String place) {
        schema.fieldNames()
                .forEachRemaining(
                        name -> require(isOfValues(name), place, "the keyword " + name + " is unsupported here."));
        for (JsonNode value : schema.path("enum")) {
            require(value.isTextual(), place, "values other than strings are unsupported.");
        }
    }

    /** Rejects a composed schema with keywords that cannot be merged. */
    static void requireMergeable(JsonNode schema, String place) {
        schema.fieldNames()
                .forEachRemaining(name -> require(
                        isOfValues(name) || COMPOSING.contains(name),
                        place,
                        "the keyword " + name + " is unsupported here."));
    }

    static boolean isPassedOver(String keyword) {
        return PASSED_OVER.contains(keyword) || keyword.startsWith("x-");
    }

    private static boolean isOfValues(String keyword) {
        return isPassedOver(keyword) || OF_OBJECTS.contains(keyword) || OF_VALUES.contains(keyword);
    }
}
