package io.github.ascjava.testing.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads shapes; {@code ShapeWriter} of asc-codegen describes their format. */
final class ShapeReader {

    private static final Shape ANY = new Shape.Any();
    private static final Shape FLAG = new Shape.Flag();
    private static final Shape DECIMAL = new Shape.Decimal();
    private static final Shape WHOLE = new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Shape TEXT = new Shape.Text(null);

    private final JsonNode definitions;
    private final Map<String, Shape> named = new HashMap<>();

    /** Creates a reader that resolves references to named shapes. */
    ShapeReader(JsonNode definitions) {
        this.definitions = definitions;
    }

    Shape read(JsonNode node) {
        String kind = node.path("is").asText();
        JsonNode of = node.path("of");
        return switch (kind) {
            case "text" ->
                node.has("format") ? new Shape.Text(node.path("format").asText()) : TEXT;
            case "integer" ->
                node.has("least")
                        ? new Shape.Whole(
                                node.path("least").asLong(), node.path("most").asLong())
                        : WHOLE;
            case "number" -> DECIMAL;
            case "boolean" -> FLAG;
            case "any" -> ANY;
            case "values" -> new Shape.OneOf(CatalogReader.texts(of));
            case "list" -> new Shape.ListOf(read(of));
            case "map" -> new Shape.MapOf(read(of));
            case "object" -> new Shape.ObjectOf(members(of));
            case "named" -> named(of.asText());
            default -> throw new IllegalArgumentException("'" + kind + "' in the catalog is not a shape.");
        };
    }

    /** Reads the members of an object, by name. */
    List<Shape.Member> members(JsonNode object) {
        List<Shape.Member> members = new ArrayList<>(object.size());
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            JsonNode node = each.getValue();
            members.add(new Shape.Member(each.getKey(), read(node), node.has("required"), node.has("nullable")));
        }
        return members;
    }

    private Shape named(String name) {
        Shape known = named.get(name);
        if (known == null) {
            if (!definitions.has(name)) {
                throw new IllegalArgumentException("The catalog has no shape called '" + name + "'.");
            }
            // A recursive object is checked one level deep; only the call stacks of diagnostic logs are recursive.
            named.put(name, ANY);
            known = read(definitions.path(name));
            named.put(name, known);
        }
        return known;
    }
}
