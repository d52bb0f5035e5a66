package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads schemas that Apple's document puts together of others, by rules of its own and not those of the generator. */
final class SchemaParts {

    static final String REF = "#/components/schemas/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode schemas;

    SchemaParts(JsonNode schemas) {
        this.schemas = schemas;
    }

    /**
     * One of the schemas that {@code oneOf} lets a value follow.
     *
     * @param discriminator the member that tells which one it is; empty if none does
     * @param value what that member is then
     * @param schema the schema, which is put together of no others
     */
    record Choice(String discriminator, String value, ObjectNode schema) {

        /** Tells whether the discriminator is a member of the schema, and not of another part of the resource. */
        boolean isToldInside() {
            return schema.path("properties").has(discriminator);
        }
    }

    /** Returns the choices that a schema leaves; itself if it leaves none. */
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

    /** Returns a schema with all of its {@code allOf} in it; an empty one of what is not there. */
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
