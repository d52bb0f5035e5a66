package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.engine.SchemaParts.Choice;
import java.util.List;

/**
 * Apple's schemas in a form in which a validator rejects undocumented members.
 *
 * <p>As written they allow any further members, and more than one alternative matches. Here, objects are closed, which
 * requires merging {@code allOf}, and an alternative requires its discriminator.
 */
final class StrictSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaParts parts;
    private final String location;

    /** Creates a converter; references lead to schemas below the location. */
    StrictSchemas(SchemaParts parts, String location) {
        this.parts = parts;
        this.location = location;
    }

    JsonNode strict(JsonNode schema) {
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = JSON.arrayNode();
            array.forEach(each -> copy.add(strict(each)));
            return copy;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        String ref = object.path("$ref").asText();
        if (!ref.isEmpty()) {
            return JSON.objectNode().put("$ref", ref.replace(SchemaParts.REF, location));
        }
        if (object.path("allOf").isArray()) {
            return strict(parts.flat(object));
        }
        if (object.path("oneOf").isArray() && object.has("discriminator")) {
            return oneOf(object);
        }
        ObjectNode copy = JSON.objectNode();
        // The anyOf of a body is too weak to be useful here.
        object.properties()
                .forEach(each -> copy.set(
                        each.getKey(), each.getKey().equals("anyOf") ? each.getValue() : strict(each.getValue())));
        close(copy);
        tellRelationships(object, copy);
        return copy;
    }

    private static void close(ObjectNode schema) {
        JsonNode properties = schema.path("properties");
        if (properties.isObject()
                && !properties.isEmpty()
                && schema.path("type").asText().equals("object")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
    }

    /** Resources of a union are identified by their types; sparse fieldsets may omit other discriminators. */
    private ObjectNode oneOf(ObjectNode schema) {
        List<Choice> choices = parts.choices(schema);
        if (!choices.stream().allMatch(Choice::isToldInside)) {
            return JSON.objectNode().set("anyOf", strict(schema.path("oneOf")));
        }
        ArrayNode alternatives = JSON.arrayNode();
        for (Choice choice : choices) {
            ObjectNode alternative = choice.schema();
            fix(alternative, choice);
            alternatives.add(strict(alternative));
        }
        return JSON.objectNode().set("anyOf", alternatives);
    }

    private static void fix(ObjectNode schema, Choice choice) {
        ObjectNode member = schema.withObjectProperty("properties").putObject(choice.discriminator());
        member.put("type", "string").putArray("enum").add(choice.value());
        List<String> required = SchemaParts.texts(schema.path("required"));
        schema.remove("required");
        required.stream()
                .filter(name -> !name.equals(choice.discriminator()))
                .forEach(name -> schema.withArray("required").add(name));
    }

    /** Where an attribute determines the relationships of a resource, both have to match. */
    private void tellRelationships(ObjectNode resource, ObjectNode strict) {
        JsonNode relationships = resource.path("properties").path("relationships");
        if (!relationships.has("discriminator")) {
            return;
        }
        for (Choice choice : parts.choices(relationships)) {
            ObjectNode members = strict.withArray("anyOf").addObject().putObject("properties");
            members.putObject("attributes")
                    .putObject("properties")
                    .putObject(choice.discriminator())
                    .putArray("enum")
                    .add(choice.value());
            members.set("relationships", strict(choice.schema()));
        }
    }
}
