package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Creates the basic schemas of which others consist. */
final class Shapes {

    private static final String LIST = "list of ";

    private Shapes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    static ObjectNode reference(String schema) {
        return object().put("$ref", Document.SCHEMA_REF + schema);
    }

    static ObjectNode values(Collection<String> values) {
        return typed("string").set("enum", strings(values));
    }

    static ArrayNode strings(String... values) {
        return strings(List.of(values));
    }

    static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** Returns the members of a resource identifier. */
    static ObjectNode identity(String type) {
        ObjectNode properties = object();
        properties.set("type", values(List.of(type)));
        return properties.set("id", typed("string"));
    }

    /** Returns the schema of the identifier of a resource, or of those of {@code list of} resources. */
    static ObjectNode identifiers(String type) {
        if (type.startsWith(LIST)) {
            return typed("array").set("items", identifiers(type.substring(LIST.length())));
        }
        ObjectNode identifier = typed("object").set("properties", identity(type));
        return identifier.set("required", strings("id", "type"));
    }
}
