package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates responses with everything that their schema documents, one for each of its alternatives. */
final class Examples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Spec spec;
    /** Schemas in progress, because a schema can contain itself. */
    private final List<String> open = new ArrayList<>();
    /** The index of the alternative to take, and the maximum number of alternatives found. */
    private int choice;

    private int choices;

    Examples(Spec spec) {
        this.spec = spec;
    }

    /** Responses that together take each alternative of everything in them at least once. */
    List<JsonNode> responses(String schemaName) {
        List<JsonNode> responses = new ArrayList<>();
        choices = 1;
        for (choice = 0; choice < choices; choice++) {
            responses.add(response(schemaName));
        }
        choice = 0;
        return responses;
    }

    /** A response in which every relationship with includable resources has one. */
    JsonNode response(String schemaName) {
        JsonNode schema = spec.schema(schemaName);
        JsonNode example = value(schema, schemaName);
        JsonNode items = schema.path("properties").path("included").path("items");
        Map<String, String> idByType = new HashMap<>();
        ArrayNode included = JSON.arrayNode();
        for (String ref : Spec.refs(items)) {
            ObjectNode resource = (ObjectNode) value(spec.schema(ref), ref);
            resource.put("id", "id-of-" + ref);
            idByType.put(resource.path("type").asText(), "id-of-" + ref);
            included.add(resource);
        }
        if (!included.isEmpty()) {
            ((ObjectNode) example).set("included", included);
            included.forEach(each -> link(each, idByType));
        }
        example.path("data").forEach(each -> link(each, idByType));
        link(example.path("data"), idByType);
        return example;
    }

    private static void link(JsonNode resource, Map<String, String> idByType) {
        resource.path("relationships").forEach(relationship -> {
            JsonNode data = relationship.path("data");
            JsonNode first = data.isArray() ? data.path(0) : data;
            String id = idByType.get(first.path("type").asText());
            if (id != null && first instanceof ObjectNode identifier) {
                identifier.put("id", id);
            }
        });
    }

    JsonNode value(JsonNode schema, String name) {
        String ref = Spec.ref(schema);
        if (ref != null) {
            open.add(ref);
            JsonNode value = value(spec.schema(ref), ref);
            open.remove(open.size() - 1);
            return value;
        }
        if (Alternatives.isComposed(schema)) {
            return composed(schema, name);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, name);
            case "array" -> array(schema, name);
            case "string" -> JSON.textNode(text(schema, name));
            case "integer" -> integer(schema, name);
            case "number" -> JSON.numberNode(1.25);
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.objectNode().put("anything", 1);
        };
    }

    /** Takes an alternative, and sets the discriminator if it is a member of the schema. */
    private JsonNode composed(JsonNode schema, String name) {
        choices = Math.max(choices, choicesOf(schema).size());
        Choice taken = taken(schema);
        List<ObjectNode> forms = spec.alternatives().of(taken.schema());
        JsonNode value = forms.size() == 1 ? value(forms.get(0), name) : value(taken.schema(), name);
        if (value instanceof ObjectNode object && object.has(taken.discriminator())) {
            object.put(taken.discriminator(), taken.value());
        }
        return value;
    }

    private Choice taken(JsonNode schema) {
        List<Choice> all = choicesOf(schema);
        return all.get(choice % all.size());
    }

    private static List<Choice> choicesOf(JsonNode schema) {
        List<Choice> choices = new ArrayList<>();
        JsonNode discriminator = schema.path("discriminator");
        discriminator
                .path("mapping")
                .properties()
                .forEach(each -> choices.add(new Choice(
                        JSON.objectNode().set("$ref", each.getValue()),
                        discriminator.path("propertyName").asText(),
                        each.getKey())));
        if (choices.isEmpty()) {
            schema.path("oneOf").forEach(each -> choices.add(new Choice(each, "", "")));
        }
        return choices.isEmpty() ? List.of(new Choice(schema, "", "")) : choices;
    }

    /** An alternative, and the discriminator value that selects it; both empty if there is no discriminator. */
    private record Choice(JsonNode schema, String discriminator, String value) {}

    /** Larger than an int, unless it counts the elements of a page. */
    private static JsonNode integer(JsonNode schema, String name) {
        if (name.equals("total") || name.equals("limit")) {
            return JSON.numberNode(name.equals("total") ? 123 : 50);
        }
        return schema.has("maximum") ? schema.path("maximum").deepCopy() : JSON.numberNode(5_000_000_001L);
    }

    private JsonNode object(JsonNode schema, String name) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (!property.getKey().equals("included") && !isOpen(property.getValue())) {
                object.set(property.getKey(), value(property.getValue(), property.getKey()));
            }
        });
        // A discriminator of relationships may be one of the attributes.
        Choice relationships = taken(schema.path("properties").path("relationships"));
        if (object.path("attributes") instanceof ObjectNode attributes
                && attributes.has(relationships.discriminator())) {
            attributes.put(relationships.discriminator(), relationships.value());
        }
        if (schema.has("additionalProperties")) {
            object.set("first", value(schema.path("additionalProperties"), name));
            object.set("second", value(schema.path("additionalProperties"), name));
        }
        return object;
    }

    private boolean isOpen(JsonNode schema) {
        String ref = Spec.ref(schema.has("items") ? schema.path("items") : schema);
        return ref != null && open.stream().filter(ref::equals).count() > 1;
    }

    /** Two elements, the second one with another value or id if there is one. */
    private JsonNode array(JsonNode schema, String name) {
        JsonNode items = schema.path("items");
        JsonNode second = value(items, name);
        List<String> values = spec.values(items);
        if (values.size() > 1) {
            second = JSON.textNode(values.get(1));
        } else if (second instanceof ObjectNode object && object.has("id") && object.has("type")) {
            object.put("id", "second-" + name);
        }
        return JSON.arrayNode().add(value(items, name)).add(second);
    }

    private String text(JsonNode schema, String name) {
        List<String> values = spec.values(schema);
        if (!values.isEmpty()) {
            return values.get(0);
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T10:20:30.125-08:00";
            case "uri" -> "https://example.com/" + name + "?a=b%20c";
            case "uri-reference" -> "https://example.com/v1/" + name;
            case "number" -> "9.990";
            case "duration" -> "P7DT10H";
            case "email" -> "tester@example.com";
            default -> "text \u00e4\u6f22\ud83d\ude00 of " + name;
        };
    }
}
