package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks up schemas in a document that may be extended meanwhile. */
record SchemaIndex(ObjectNode schemas) {

    /** Thrown for a schema that a document does not have. */
    static final class MissingSchemaException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingSchemaException(String name) {
            super("it refers to the schema " + name + ", which the document does not have");
        }
    }

    JsonNode schema(String name) {
        JsonNode schema = schemas.get(name);
        if (schema == null) {
            throw new MissingSchemaException(name);
        }
        return schema;
    }

    /** Returns the JSON:API type of a resource schema. */
    String typeOf(String resource) {
        return Objects.requireNonNull(Document.typeOf(schema(resource)), resource);
    }

    /** Returns the values of an enumeration schema. */
    List<String> values(String name) {
        return Document.texts(schema(name).path("enum"));
    }

    /** Returns the names of all attributes and relationships of a resource. */
    List<String> fields(String resource) {
        return Stream.of("attributes", "relationships")
                .map(kind -> merged(Document.property(schema(resource), kind)))
                .flatMap(merged -> merged.path("properties").properties().stream())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns an object with the members of all alternatives and parts of a schema. */
    ObjectNode merged(JsonNode schema) {
        ObjectNode merged = Shapes.typed("object");
        merge(schema, merged.putObject("properties"));
        return merged;
    }

    private void merge(JsonNode schema, ObjectNode members) {
        String reference = Document.refOf(schema);
        if (reference != null) {
            merge(schema(reference), members);
        }
        for (String kind : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(kind).forEach(part -> merge(part, members));
        }
        schema.path("properties")
                .properties()
                .forEach(member -> members.putIfAbsent(member.getKey(), member.getValue()));
    }
}
