package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape.RelationshipShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates resources and bodies with everything that the catalog allows. */
final class Filler {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Catalog catalog;
    private final Store store;
    private int count;

    Filler(SandboxState world) {
        this.catalog = world.catalog();
        this.store = world.store();
    }

    /** Adds a resource with all its attributes. */
    StoredResource add(ResourceShape shape) {
        ObjectNode attributes = JSON.objectNode();
        shape.attributes().values().forEach(each -> attributes.set(each.name(), value(each.shape())));
        return store.add(shape.type(), "id-" + ++count, attributes);
    }

    /** Adds a resource with the attributes of one alternative. */
    StoredResource add(ResourceShape shape, AppleDocument.Alternative alternative) {
        StoredResource added = add(shape);
        added.attributes().retain(alternative.attributes());
        alternative.told().forEach(added.attributes()::put);
        return added;
    }

    /** Adds a resource of a type for which the document may have no other members. */
    StoredResource add(String type) {
        List<ResourceShape> shapes = catalog.resourcesOf(type);
        return shapes.isEmpty() ? store.add(type, "id-" + ++count, JSON.objectNode()) : add(shapes.get(0));
    }

    /** Links a resource to some new ones by each relationship among those named that responses may contain. */
    void relate(StoredResource resource, ResourceShape shape, Set<String> names, int many) {
        for (RelationshipShape relationship : shape.relationships().values()) {
            if (relationship.target() != null && relationship.data() && names.contains(relationship.name())) {
                ResourceShape target = catalog.resource(relationship.target());
                Relation relation = catalog.relations().find(shape.type(), relationship.name());
                int wanted = relation != null && relation.toMany() ? many : 1;
                for (int i = store.related(resource, relationship.name()).size(); i < wanted; i++) {
                    store.link(resource, relationship.name(), add(target));
                }
            }
        }
    }

    JsonNode value(Shape shape) {
        count++;
        if (shape instanceof Shape.Flag) {
            return JSON.booleanNode(count % 2 == 0);
        }
        if (shape instanceof Shape.Decimal) {
            return JSON.numberNode(count + 0.5);
        }
        if (shape instanceof Shape.Whole whole) {
            return JSON.numberNode(Math.min(whole.most(), Math.max(whole.least(), count)));
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return JSON.textNode(oneOf.values().get(0));
        }
        if (shape instanceof Shape.ListOf list) {
            return JSON.arrayNode().add(value(list.element()));
        }
        if (shape instanceof Shape.MapOf map) {
            return JSON.objectNode().set("any", value(map.element()));
        }
        if (shape instanceof Shape.ObjectOf object) {
            ObjectNode json = JSON.objectNode();
            object.members().forEach(member -> json.set(member.name(), value(member.shape())));
            return json;
        }
        return JSON.textNode(shape instanceof Shape.Text text ? text(text.format()) : "anything");
    }

    private String text(@Nullable String format) {
        return switch (format == null ? "" : format) {
            case "date-time" -> "2026-09-%02dT10:42:15-07:00".formatted(count % 28 + 1);
            case "date" -> "2026-09-%02d".formatted(count % 28 + 1);
            case "uri", "uri-reference" -> "https://example.com/" + count;
            case "email" -> "someone-" + count + "@example.com";
            case "number" -> count + ".99";
            case "duration" -> "P" + count + "D";
            default -> "text " + count;
        };
    }

    /**
     * Creates a body.
     *
     * @param id the ID of the updated resource, or null for a new one
     * @param all whether it has all members, or only the required ones
     */
    ObjectNode body(BodyShape shape, @Nullable String id, boolean all) {
        return body(shape, id, all, Set.of());
    }

    /** Creates the body of a new resource with the required members and some more. */
    ObjectNode bodyWith(BodyShape shape, Set<String> names) {
        return body(shape, null, false, names);
    }

    private ObjectNode body(BodyShape shape, @Nullable String id, boolean all, Set<String> names) {
        ObjectNode body = JSON.objectNode();
        ArrayNode included = JSON.arrayNode();
        body.set("data", entity(shape, id, all, names, all ? shape : null, included));
        if (!included.isEmpty()) {
            body.set("included", included);
        }
        return body;
    }

    private ObjectNode entity(
            BodyShape shape,
            @Nullable String id,
            boolean all,
            Set<String> names,
            @Nullable BodyShape main,
            ArrayNode included) {
        ObjectNode data = JSON.objectNode().put("type", shape.type());
        if (id != null) {
            data.put("id", id);
        }
        ObjectNode attributes = JSON.objectNode();
        shape.attributes().values().stream()
                .filter(each -> all || each.required() || names.contains(each.name()))
                .forEach(each -> attributes.set(each.name(), value(each.shape())));
        if (!attributes.isEmpty() || shape.attributesRequired()) {
            data.set("attributes", attributes);
        }
        ObjectNode relationships = JSON.objectNode();
        shape.relationships().values().stream()
                .filter(each -> all || each.required() || names.contains(each.name()))
                .forEach(each -> relationships.set(each.name(), relationship(each, main, included)));
        if (!relationships.isEmpty() || shape.relationshipsRequired()) {
            data.set("relationships", relationships);
        }
        return data;
    }

    private ObjectNode relationship(BodyShape.Link link, @Nullable BodyShape main, ArrayNode included) {
        BodyShape inline = main == null ? null : inline(main, link.type());
        String id;
        if (inline == null) {
            id = add(link.type()).id();
        } else {
            id = "${new-" + ++count + "}";
            included.add(entity(inline, id, true, Set.of(), null, included));
        }
        ObjectNode identifier = JSON.objectNode().put("type", link.type()).put("id", id);
        return JSON.objectNode().set("data", link.toMany() ? JSON.arrayNode().add(identifier) : identifier);
    }

    private @Nullable BodyShape inline(BodyShape main, String type) {
        return main.included().stream()
                .map(catalog::body)
                .filter(body -> body.type().equals(type))
                .filter(body ->
                        !body.attributes().isEmpty() || !body.relationships().isEmpty())
                .findFirst()
                .orElse(null);
    }
}
