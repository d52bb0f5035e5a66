package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.requireFound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The document's schemas; those of resources and bodies have their members composed by {@link SchemaMerger}. */
final class PlainSchemas {

    private static final List<String> MEMBERS = List.of("attributes", "relationships");

    private final Map<String, JsonNode> given = new TreeMap<>();
    private final Map<String, JsonNode> plain = new TreeMap<>();
    private final SchemaMerger merger = new SchemaMerger(name -> found(given, name));

    PlainSchemas(JsonNode schemas, Stops stops) {
        schemas.properties().forEach(each -> given.put(each.getKey(), each.getValue()));
        given.forEach((name, schema) -> stops.attempt(() -> plain.put(name, plain(name, schema))));
    }

    Map<String, JsonNode> byName() {
        return plain;
    }

    static JsonNode found(Map<String, JsonNode> schemas, String name) {
        return requireFound(schemas.get(name), name, "the document refers to this schema but does not define it.");
    }

    private JsonNode plain(String name, JsonNode schema) {
        if (Document.isResource(schema)) {
            return withPlainMembers(schema, name);
        }
        if (name.endsWith(BodyPlanner.INLINE)) {
            return withPlainMembers(merger.plain(schema, name), name);
        }
        JsonNode data = Document.property(schema, "data");
        if (name.endsWith("Request") && data.isObject() && !Document.isList(data)) {
            return with(schema, "data", withPlainMembers(merger.plain(data, name), name));
        }
        return schema;
    }

    private JsonNode withPlainMembers(JsonNode schema, String place) {
        JsonNode result = schema;
        for (String member : MEMBERS) {
            JsonNode old = Document.property(schema, member);
            if (old.isObject()) {
                result = with(result, member, merger.plain(old, place + "." + member));
            }
        }
        JsonNode relationships = Document.property(result, "relationships");
        for (Map.Entry<String, JsonNode> each : relationships.path("properties").properties()) {
            JsonNode relationship = withPlainData(each.getValue(), place + "." + each.getKey());
            relationships = with(relationships, each.getKey(), relationship);
        }
        return relationships.isObject() ? with(result, "relationships", relationships) : result;
    }

    private JsonNode withPlainData(JsonNode schema, String place) {
        JsonNode relationship = merger.plain(schema, place);
        JsonNode data = Document.property(relationship, "data");
        if (!data.isObject()) {
            return relationship;
        }
        JsonNode linkage = merger.plain(data, place);
        if (Document.isList(linkage)) {
            JsonNode element = merger.plain(linkage.path("items"), place);
            linkage = element.equals(linkage.path("items")) ? linkage : replaced(linkage, "items", element);
        }
        return with(relationship, "data", linkage);
    }

    /** The schema itself if the member did not change. */
    private static JsonNode with(JsonNode schema, String member, JsonNode value) {
        JsonNode properties = schema.path("properties");
        return properties.path(member).equals(value)
                ? schema
                : replaced(schema, "properties", replaced(properties, member, value));
    }

    /** A copy, because the caller owns the document. */
    private static JsonNode replaced(JsonNode node, String member, JsonNode value) {
        ObjectNode copy = ((ObjectNode) node).objectNode();
        copy.setAll((ObjectNode) node);
        return copy.set(member, value);
    }
}
