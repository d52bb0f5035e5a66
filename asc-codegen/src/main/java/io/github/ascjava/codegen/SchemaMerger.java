package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one plain schema of one that is composed by {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf}.
 *
 * <p>It has the members of all parts and alternatives, because a record or a builder in Java has them all. A member is
 * required if a part requires it, or every alternative does. What parts and alternatives say differently of one member is
 * merged where one Java type fits both, and stops the generator otherwise.
 */
final class SchemaMerger {

    /** How two schemas go together. */
    private enum Mode {
        /** A value is both. */
        PARTS,
        /** A value is one or the other. */
        ALTERNATIVES
    }

    private final Function<String, JsonNode> schemas;

    /** Makes a merger that finds what a schema refers to by its name. */
    SchemaMerger(Function<String, JsonNode> schemas) {
        this.schemas = schemas;
    }

    /** Returns a schema that says the same without being composed, or the same schema if it is plain. */
    JsonNode plain(JsonNode schema, String place) {
        if (Keywords.COMPOSING.stream().noneMatch(schema::has)) {
            return schema;
        }
        Keywords.requireMergeable(schema, place);
        JsonNode merged = ((ObjectNode) schema.deepCopy()).remove(Keywords.COMPOSING);
        String ref = Document.refOf(schema);
        if (ref != null) {
            merged = merge(merged, schemas.apply(ref), place, Mode.PARTS);
        }
        for (JsonNode part : schema.path("allOf")) {
            merged = merge(merged, part, place, Mode.PARTS);
        }
        return choose(choose(merged, schema.path("oneOf"), place), schema.path("anyOf"), place);
    }

    /** The common part goes into each alternative first, so that what only some of them require is not required. */
    private JsonNode choose(JsonNode common, JsonNode alternatives, String place) {
        return alternatives
                .valueStream()
                .map(each -> merge(common, each, place, Mode.PARTS))
                .reduce((some, other) -> merge(some, other, place, Mode.ALTERNATIVES))
                .orElse(common);
    }

    private JsonNode merge(JsonNode first, JsonNode second, String place, Mode mode) {
        if (first.equals(second)) {
            return first;
        }
        String ref = Document.refOf(first);
        if (ref != null && ref.equals(Document.refOf(second))) {
            return nullable(first, isNullable(first) || isNullable(second));
        }
        JsonNode left = plain(first, place);
        JsonNode right = plain(second, place);
        Keywords.requireMergeable(left, place);
        Keywords.requireMergeable(right, place);
        boolean nullable = isNullable(left) || isNullable(right);
        if (left.has("enum") && right.has("enum") && left.path("type").equals(right.path("type"))) {
            return nullable(values(first, second, left, right), nullable);
        }
        if (isObject(left) && isObject(right)) {
            return nullable(members(left, right, place, mode), nullable);
        }
        if (Document.isList(left) && Document.isList(right)) {
            ObjectNode list = left.deepCopy();
            list.set("items", merge(left.path("items"), right.path("items"), place, mode));
            return nullable(list, nullable);
        }
        // A part that only adds a note to what another one says.
        boolean noted = mode == Mode.PARTS && content(left).isEmpty();
        require(
                noted || content(left).equals(content(right)),
                place,
                "its parts or alternatives describe it in two ways, " + first + " and " + second + ".");
        return nullable(noted ? second : first, nullable);
    }

    /** The one that names all values, so that a shared set stays the shared set, or else a new set. */
    private static JsonNode values(JsonNode first, JsonNode second, JsonNode left, JsonNode right) {
        Set<String> some = new LinkedHashSet<>(Document.texts(left.path("enum")));
        Set<String> other = new LinkedHashSet<>(Document.texts(right.path("enum")));
        if (some.containsAll(other)) {
            return first;
        }
        if (other.containsAll(some)) {
            return second;
        }
        some.addAll(other);
        ObjectNode all = left.deepCopy();
        return all.set("enum", array(all, some));
    }

    private ObjectNode members(JsonNode left, JsonNode right, String place, Mode mode) {
        Keywords.requireObject(left, place);
        Keywords.requireObject(right, place);
        ObjectNode merged = left.deepCopy();
        merged.put("type", "object");
        for (Map.Entry<String, JsonNode> member : right.path("properties").properties()) {
            ObjectNode properties = merged.withObjectProperty("properties");
            String name = member.getKey();
            JsonNode known = properties.get(name);
            properties.set(
                    name,
                    known == null ? member.getValue() : merge(known, member.getValue(), place + "." + name, mode));
        }
        Set<String> required = new LinkedHashSet<>(Document.texts(left.path("required")));
        Collection<String> others = Document.texts(right.path("required"));
        if (mode == Mode.PARTS) {
            required.addAll(others);
        } else {
            required.retainAll(others);
        }
        merged.set("required", array(merged, required));
        return merged;
    }

    private static boolean isObject(JsonNode schema) {
        return schema.path("type").asText("object").equals("object")
                && !schema.has("enum")
                && !schema.path("additionalProperties").isObject();
    }

    /** What a schema says of values, without notes to readers. */
    private static JsonNode content(JsonNode schema) {
        ObjectNode content = schema.deepCopy();
        content.remove("nullable");
        content.properties().removeIf(each -> Keywords.isPassedOver(each.getKey()));
        return content;
    }

    private static JsonNode nullable(JsonNode schema, boolean nullable) {
        return isNullable(schema) == nullable ? schema : ((ObjectNode) schema.deepCopy()).put("nullable", nullable);
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean();
    }

    private static ArrayNode array(ObjectNode factory, Collection<String> texts) {
        ArrayNode array = factory.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
