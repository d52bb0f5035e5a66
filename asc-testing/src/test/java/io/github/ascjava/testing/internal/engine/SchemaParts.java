package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the composed schemas of Apple's document, by its own rules and not those of the generator. */
final class SchemaParts {

    static final String REF = "#/components/schemas/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode schemas;

    SchemaParts(JsonNode schemas) {
        this.schemas = schemas;
    }

    /**
     * One of the schemas of a {@code oneOf}.
     *
     * @param discriminator the member that identifies it; empty if there is none
     * @param value the value of that member
     * @param schema the schema, which is not composed of others
     */
    record Choice(String discriminator, String value, ObjectNode schema) {

        /** Returns whether the discriminator is a member of the schema, and not of another part of the resource. */
        boolean isToldInside() {
            return schema.path("properties").has(discriminator);
        }
    }

    /** Returns the alternatives of a schema; the schema itself if there are none. */
    List<Choice> choices(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        JsonNode discriminator = resolved.path("discriminator");
        List<Choice> choices = new ArrayList<>();
        discriminator.path("mapping").properties().forEach(each -> {
            ObjectNode ref = JSON.objectNode().set("$ref", each.getValue());
            choices.add(new Choice(discriminator.path("propertyName").asText(), each.getKey(), flat(ref)));
        });
        if (choices.isEmpty()) {
            resolved.path("oneOf").forEach(each -> choices.add(new Choice("", "", flat(each))));
        }
        return choices.isEmpty() ? List.of(new Choice("", "", flat(resolved))) : choices;
    }

    /** Returns a schema with all of its {@code allOf} merged; an empty one for a missing schema. */
    ObjectNode flat(JsonNode schema) {
        ObjectNode flat = resolve(schema) instanceof ObjectNode found ? found.deepCopy() : JSON.objectNode();
        JsonNode parts = flat.path("allOf");
        flat.remove("allOf");
        for (JsonNode each : parts) {
            add(flat(each), flat);
        }
        return flat;
    }

    private static void add(ObjectNode part, ObjectNode whole) {
        Set<String> required = new LinkedHashSet<>(texts(whole.path("required")));
        required.addAll(texts(part.path("required")));
        part.properties().forEach(each -> whole.putIfAbsent(each.getKey(), each.getValue()));
        part.path("properties")
                .properties()
                .forEach(each -> whole.withObjectProperty("properties").putIfAbsent(each.getKey(), each.getValue()));
        if (!required.isEmpty()) {
            required.forEach(whole.putArray("required")::add);
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private JsonNode resolve(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : schemas.path(ref.substring(REF.length()));
    }
}
