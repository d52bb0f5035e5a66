package io.github.ascjava.testing.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.testing.internal.catalog.OperationShape.Answer;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.OperationShape.Query;
import io.github.ascjava.testing.internal.catalog.OperationShape.Sent;
import io.github.ascjava.testing.internal.catalog.ResourceShape.RelationshipShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of the catalog; {@code CatalogWriter} of asc-codegen describes their format. */
final class CatalogReader {

    private final ObjectMapper mapper = new ObjectMapper();
    private final ShapeReader shapes = new ShapeReader(file("types"));
    final Map<String, ResourceShape> resources = new LinkedHashMap<>();
    final Map<String, BodyShape> bodies = new LinkedHashMap<>();
    final List<OperationShape> operations = new ArrayList<>();

    CatalogReader() {
        List<JsonNode> ofOperations = new ArrayList<>();
        for (JsonNode domain : file("index").path("domains")) {
            JsonNode contents = file(domain.asText());
            contents.path("resources").properties().forEach(each -> readResource(each.getKey(), each.getValue()));
            contents.path("bodies").properties().forEach(each -> readBody(each.getKey(), each.getValue()));
            ofOperations.add(contents.path("operations"));
        }
        // Last, because they refer to the fields of resources of all files.
        ofOperations.forEach(each ->
                each.properties().forEach(operation -> readOperation(operation.getKey(), operation.getValue())));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        for (JsonNode each : array) {
            texts.add(each.asText());
        }
        return texts;
    }

    private JsonNode file(String name) {
        try (InputStream file = CatalogReader.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("The file " + name + ".json of the catalog is missing.");
            }
            return mapper.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + ".json of the catalog cannot be read.", e);
        }
    }

    private void readResource(String schema, JsonNode node) {
        Map<String, RelationshipShape> relationships = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.path("relationships").properties()) {
            JsonNode link = each.getValue();
            relationships.put(
                    each.getKey(),
                    new RelationshipShape(
                            each.getKey(),
                            link.has("many"),
                            link.path("to").textValue(),
                            link.has("data"),
                            link.has("links")));
        }
        String type = node.path("type").asText();
        resources.put(schema, new ResourceShape(schema, type, members(node.path("attributes")), relationships));
    }

    private void readBody(String name, JsonNode node) {
        Map<String, BodyShape.Link> relationships = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.path("relationships").properties()) {
            JsonNode link = each.getValue();
            relationships.put(
                    each.getKey(),
                    new BodyShape.Link(
                            each.getKey(),
                            link.has("required"),
                            link.has("many"),
                            link.path("to").asText()));
        }
        bodies.put(
                name,
                new BodyShape(
                        name,
                        node.path("type").asText(),
                        node.has("attributesRequired"),
                        node.has("relationshipsRequired"),
                        members(node.path("attributes")),
                        relationships,
                        texts(node.path("included"))));
    }

    private Map<String, Shape.Member> members(JsonNode object) {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        shapes.members(object).forEach(member -> members.put(member.name(), member));
        return members;
    }

    private void readOperation(String place, JsonNode node) {
        int blank = place.indexOf(' ');
        String path = place.substring(blank + 1);
        String[] segments = path.split("/", -1);
        List<Answer> answers = new ArrayList<>();
        node.path("answers").forEach(each -> answers.add(answer(each)));
        JsonNode body = node.path("body");
        operations.add(new OperationShape(
                place.substring(0, blank),
                path,
                Action.valueOf(node.path("action").asText()),
                segments[2],
                segments.length > 4 ? segments[segments.length - 1] : null,
                List.copyOf(answers),
                body.isMissingNode()
                        ? null
                        : new Sent(
                                Content.valueOf(body.path("content").asText()),
                                body.path("of").asText()),
                query(node)));
    }

    private Answer answer(JsonNode node) {
        Content content = Content.valueOf(node.path("content").asText());
        return new Answer(
                node.path("status").asInt(),
                content,
                content == Content.NOTHING ? "" : node.path("contentType").asText("application/json"),
                node.path("of").asText(),
                node.has("shape") ? shapes.read(node.path("shape")) : null);
    }

    private Query query(JsonNode node) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        node.path("fields").properties().forEach(each -> addFields(resource(each.getKey()), each.getValue(), fields));
        Map<String, Integer> limits = new LinkedHashMap<>();
        node.path("limits")
                .properties()
                .forEach(each -> limits.put(each.getKey(), each.getValue().asInt()));
        Map<String, String> versions = new HashMap<>();
        texts(node.path("versions")).forEach(each -> versions.put(resource(each).type(), each));
        return new Query(
                fields,
                new LinkedHashSet<>(texts(node.path("include"))),
                new LinkedHashSet<>(texts(node.path("sort"))),
                node.has("limit") ? node.path("limit").asInt() : null,
                limits,
                members(node.path("parameters")),
                versions);
    }

    /**
     * Adds the fields of a resource: those of its schema, plus the names after a plus sign, minus those after a minus
     * sign.
     */
    private static void addFields(ResourceShape resource, JsonNode differences, Map<String, Set<String>> fields) {
        Set<String> names = resource.fields();
        for (String each : texts(differences)) {
            if (each.startsWith("+")) {
                names.add(each.substring(1));
            } else {
                names.remove(each.substring(1));
            }
        }
        fields.put(resource.type(), names);
    }

    private ResourceShape resource(String schema) {
        ResourceShape resource = resources.get(schema);
        if (resource == null) {
            throw new IllegalArgumentException("The catalog has no resource " + schema + ".");
        }
        return resource;
    }
}
