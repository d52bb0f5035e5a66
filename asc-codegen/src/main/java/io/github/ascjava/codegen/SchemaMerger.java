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
 * Merges a schema that is composed by {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf} into one plain
 * schema.
 *
 * <p>The result has the members of all parts and alternatives, because a Java record or builder has them all. A member
 * is required if a part or every alternative requires it. Different descriptions of one member are merged if one Java
 * type fits both; otherwise they stop the generator.
 */
final class SchemaMerger {

    /** How two schemas are combined. */
    private enum Mode {
        /** A value matches both. */
        PARTS,
        /** A value matches one of them. */
        ALTERNATIVES
    }

    private final Function<String, JsonNode> schemas;

    /** Creates a merger that resolves references by name. */
    SchemaMerger(Function<String, JsonNode> schemas) {
        this.schemas = schemas;
    }

    /** Returns an equivalent schema without composition, or the same schema if it is plain. */
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

    /**
     * The common part is merged into each alternative first, so that a member is required only if all alternatives
     * require it.
     */
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
        // A part that only adds an annotation to another one.
        boolean noted = mode == Mode.PARTS && content(left).isEmpty();
        require(
                noted || content(left).equals(content(right)),
                place,
                "its parts or alternatives describe it in two ways, " + first + " and " + second + ".");
        return nullable(noted ? second : first, nullable);
    }

    /** The schema that lists all values, so that a shared type stays shared, or else a new schema. */
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

    /** The keywords that constrain values, without annotations. */
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
