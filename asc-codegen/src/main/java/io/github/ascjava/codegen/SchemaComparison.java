package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the semantic differences between two parts of OpenAPI documents.
 *
 * <p>Descriptions and the order of members and values are ignored, and attributes with alternatives are taken as an
 * object with the members of all of them.
 *
 * @param schemas the schemas of the first document, which its references lead to
 * @param others the schemas of the second document
 */
record SchemaComparison(SchemaIndex schemas, SchemaIndex others) {

    private static final Set<String> COSMETIC = Set.of("description", "title", "style", "discriminator", "example");

    /** Returns the places that differ, with the content of both. */
    List<String> differences(JsonNode first, JsonNode second) {
        List<String> differences = new ArrayList<>();
        compare("", plain(first, schemas), plain(second, others), differences);
        return differences;
    }

    private static void compare(String place, JsonNode first, JsonNode second, List<String> differences) {
        if (first.isObject() && second.isObject()) {
            Set<String> names = new TreeSet<>();
            first.fieldNames().forEachRemaining(names::add);
            second.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(place + "/" + name, first.path(name), second.path(name), differences);
            }
        } else if (!first.equals(second)) {
            differences.add(place + ": " + shown(first) + ", not " + shown(second));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    /** Returns a normalized node: without ignored members, lists of named things by name, and sets of values sorted. */
    private static JsonNode plain(JsonNode node, SchemaIndex schemas) {
        if (node.isArray()) {
            return plainList((ArrayNode) node, schemas);
        }
        if (!node.isObject()) {
            return node.isIntegralNumber() ? LongNode.valueOf(node.longValue()) : node;
        }
        ObjectNode plain = Shapes.object();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (!isMeaningless(name, value)) {
                plain.set(name, plain(alternatives(name, value, schemas), schemas));
            }
        }
        return plain;
    }

    private static boolean isMeaningless(String name, JsonNode value) {
        // Members of schemas may have the same names, but these are objects with a type.
        boolean isCosmetic = COSMETIC.contains(name) && !value.has("type");
        boolean isDefault = value.isBoolean() && !value.asBoolean() && !name.equals("explode");
        return isCosmetic || isDefault || (name.equals("enum") && value.isEmpty());
    }

    private static JsonNode alternatives(String name, JsonNode value, SchemaIndex schemas) {
        boolean hasParts = value.has("oneOf") || value.has("allOf");
        return hasParts && (name.equals("attributes") || name.equals("relationships")) ? schemas.merged(value) : value;
    }

    private static JsonNode plainList(ArrayNode list, SchemaIndex schemas) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (JsonNode each : list) {
            JsonNode plain = plain(each, schemas);
            String name = plain.path("name").isTextual() ? plain.path("name").asText() : plain.toString();
            sorted.put(name, plain);
        }
        boolean isNamed =
                sorted.values().stream().allMatch(each -> each.path("name").isTextual());
        if (isNamed && !sorted.isEmpty()) {
            ObjectNode byName = Shapes.object();
            sorted.forEach(byName::set);
            return byName;
        }
        return Shapes.array().addAll(sorted.values());
    }
}
