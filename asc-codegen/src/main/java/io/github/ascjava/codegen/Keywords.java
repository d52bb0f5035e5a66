package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The keywords of schemas that the generator reads or may pass over; any other one could hide a member, so it stops. */
final class Keywords {

    /** What composes a schema of others. */
    static final List<String> COMPOSING = List.of("$ref", "allOf", "oneOf", "anyOf");

    /** What tells readers something, or which of the allowed values come, but not which members there are. */
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

    /** Stops at a schema that is more than an object with members. */
    static void requireObject(JsonNode schema, String place) {
        schema.properties().forEach(each -> {
            boolean closed = each.getKey().equals("additionalProperties")
                    && each.getValue().isBoolean();
            require(
                    closed || isPassedOver(each.getKey()) || OF_OBJECTS.contains(each.getKey()),
                    place,
                    "the keyword " + each.getKey() + " is new here.");
        });
        String type = schema.path("type").asText("object");
        require(schema.isMissingNode() || type.equals("object"), place, "an object of the type " + type + " is new.");
    }

    /** Stops at an object that has other members than these. */
    static void requireMembers(JsonNode schema, String place, Collection<String> known) {
        requireObject(schema, place);
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> require(known.contains(name), place, "the member " + name + " is new here."));
    }

    /** Stops at a schema of a value that says more than its type. */
    static void requireValue(JsonNode schema, String place) {
        schema.fieldNames()
                .forEachRemaining(name -> require(isOfValues(name), place, "the keyword " + name + " is new here."));
        for (JsonNode value : schema.path("enum")) {
            require(value.isTextual(), place, "values that are no texts are new.");
        }
    }

    /** Stops at a schema that cannot be merged with others for what it says beside its parts and alternatives. */
    static void requireMergeable(JsonNode schema, String place) {
        schema.fieldNames()
                .forEachRemaining(name -> require(
                        isOfValues(name) || COMPOSING.contains(name), place, "the keyword " + name + " is new here."));
    }

    static boolean isPassedOver(String keyword) {
        return PASSED_OVER.contains(keyword) || keyword.startsWith("x-");
    }

    private static boolean isOfValues(String keyword) {
        return isPassedOver(keyword) || OF_OBJECTS.contains(keyword) || OF_VALUES.contains(keyword);
    }
}
