package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is lost from any response that the document describes, or from one that differs from it. */
@Tag("document")
final class ResponsesConformanceTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Spec spec = Spec.load();
    private final DocumentedResponses responses = new DocumentedResponses(spec);
    private final List<String> problems = new ArrayList<>();

    @Test
    void documentedResponsesAreReadCompletely() {
        decodeAll(answer -> {}, true);
    }

    @Test
    void identifiersAndPagesAreReadAsTheyAre() {
        forEach((schema, json, types) -> {
            for (Type type : types) {
                Object value = decode(schema, type, json);
                if (value instanceof Page<?> page) {
                    comparePage(schema, json, page);
                } else if (value instanceof Optional<?> optional
                        && optional.orElse(null) instanceof ResourceIdentifier identifier) {
                    require(same(json.path("data"), identifier), schema + ": " + identifier);
                }
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void relationshipsWithNothingButLinksAreRead() {
        decodeAll(
                answer -> forEachRelationship(answer, relationship -> relationship.remove(List.of("data", "meta"))),
                true);
    }

    @Test
    void emptyRelationshipsAreRead() {
        decodeAll(
                answer -> forEachRelationship(answer, relationship -> {
                    if (relationship.path("data").isArray()) {
                        relationship.set("data", JSON.arrayNode());
                    } else if (relationship.has("data")) {
                        relationship.putNull("data");
                    }
                }),
                true);
    }

    @Test
    void attributesThatAreNullAreRead() {
        decodeAll(
                answer -> DocumentedResponses.forEachResource(answer, resource -> {
                    if (resource.path("attributes") instanceof ObjectNode attributes) {
                        attributes.properties().forEach(each -> each.setValue(JSON.nullNode()));
                    }
                }),
                true);
    }

    @Test
    void resourcesWithTypeAndIdAloneAreRead() {
        decodeAll(
                answer ->
                        DocumentedResponses.forEachResource(answer, resource -> resource.retain(List.of("type", "id"))),
                true);
    }

    @Test
    void unknownMembersAreKept() {
        decodeAll(
                answer -> {
                    ((ObjectNode) answer).put("surprise", 1);
                    DocumentedResponses.forEachResource(answer, resource -> {
                        resource.set("surprise", JSON.objectNode().put("a", 1));
                        resource.withObject("/attributes")
                                .set("surprise", JSON.arrayNode().add("b"));
                        resource.withObject("/relationships")
                                .withObject("surprise")
                                .withObject("data")
                                .put("type", "surprises")
                                .put("id", "1");
                        forEachObjectIn(resource.path("attributes"), object -> object.put("unknown", 1.5));
                    });
                },
                false);
    }

    @Test
    void unknownValuesAreKept() {
        decodeAll(
                answer -> DocumentedResponses.forEachResource(
                        answer, resource -> replaceTexts(resource.path("attributes"), "SOMETHING NEW")),
                false);
    }

    @Test
    void attributesOfAnUnexpectedShapeAreKept() {
        List<JsonNode> shapes = List.of(
                JSON.textNode("text"),
                JSON.textNode(""),
                JSON.numberNode(12),
                JSON.numberNode(-1.5e300),
                JSON.numberNode(new java.math.BigInteger("123456789012345678901234567890")),
                JSON.booleanNode(false),
                JSON.arrayNode(),
                JSON.arrayNode().add("a").add(1).addNull(),
                JSON.arrayNode().addObject(),
                JSON.objectNode(),
                JSON.objectNode().put("a", "b").putNull("c"));
        for (JsonNode shape : shapes) {
            decodeAll(
                    answer -> DocumentedResponses.forEachResource(answer, resource -> {
                        if (resource.path("attributes") instanceof ObjectNode attributes) {
                            attributes.properties().forEach(each -> each.setValue(shape));
                        }
                    }),
                    false);
        }
    }

    @Test
    void relationshipsOfAnUnexpectedShapeAreKept() {
        List<JsonNode> shapes = List.of(
                JSON.textNode("text"),
                JSON.arrayNode(),
                JSON.objectNode().put("data", "text"),
                JSON.objectNode().set("data", JSON.objectNode().put("type", "apps")),
                JSON.objectNode().set("data", JSON.arrayNode().addObject()));
        for (JsonNode shape : shapes) {
            decodeAll(
                    answer -> DocumentedResponses.forEachResource(answer, resource -> {
                        if (resource.path("relationships") instanceof ObjectNode relationships) {
                            relationships.properties().forEach(each -> each.setValue(shape.deepCopy()));
                        }
                    }),
                    false);
        }
    }

    /**
     * Where one JSON:API type has two classes, the operation that reads the relationship decides, then the schemas that
     * the same response may include: the union has one schema per type, even if the resource has a relationship to each
     * of the two.
     */
    @Test
    void includedResourcesHaveTheDocumentedClass() {
        forEach((schema, json, types) -> {
            Map<String, String> schemaByType = new LinkedHashMap<>();
            Spec.refs(spec.schema(schema).path("properties").path("included").path("items"))
                    .forEach(ref -> schemaByType.put(String.valueOf(Spec.type(spec.schema(ref))), ref));
            for (Type type : types) {
                Comparison comparison = new Comparison(schema, problems);
                for (Resource resource : resources(decode(schema, type, json))) {
                    comparison.includedClasses(resource, schemaByType, this::related);
                }
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void otherResponsesAreReadCompletely() {
        forEach((schema, json, types) -> {
            for (Type type : types) {
                Object value = decode(schema, type, json);
                if (value instanceof Record && !(value instanceof Resource) && !(value instanceof Page)) {
                    require(same(json, value), schema + ": " + value);
                }
            }
        });
        assertThat(problems).isEmpty();
    }

    /** The response schema of the operation behind a relationship, or null if there is none. */
    private @Nullable String related(String owner, String relationship) {
        return spec.operations().stream()
                .filter(operation ->
                        operation.name().matches("GET /v\\d/\\w+/\\{id}") && owner.equals(answered(operation)))
                .map(operation -> spec.operation(operation.name() + "/" + relationship))
                .filter(Objects::nonNull)
                .map(this::answered)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String answered(SpecOperation operation) {
        String schema = String.valueOf(operation.response("application/json"));
        JsonNode data = spec.schema(schema).path("properties").path("data");
        return Spec.ref(data.has("items") ? data.path("items") : data);
    }

    private static boolean same(JsonNode json, Object value) {
        return Comparison.same(json, value);
    }

    private void comparePage(String schema, JsonNode json, Page<?> page) {
        require(Objects.equals(json.path("links").path("next").textValue(), page.nextLink()), schema + ": next");
        JsonNode paging = json.path("meta").path("paging");
        require(page.data().size() == json.path("data").size(), schema + ": size");
        require(
                !paging.has("total")
                        || Objects.equals(page.total(), paging.path("total").intValue()),
                schema + ": total");
        require(
                !paging.has("limit")
                        || Objects.equals(page.limit(), paging.path("limit").intValue()),
                schema + ": limit");
        for (int i = 0; i < page.data().size(); i++) {
            Object element = page.data().get(i);
            if (!(element instanceof Resource)) {
                require(same(json.path("data").path(i), element), schema + ": " + element);
            }
        }
    }

    private void decodeAll(Consumer<JsonNode> change, boolean wholly) {
        forEach((schema, json, types) -> {
            change.accept(json);
            for (Type type : types) {
                Comparison comparison = new Comparison(schema, problems);
                Object value = decode(schema, type, json);
                List<Resource> resources = resources(value);
                for (int i = 0; i < resources.size(); i++) {
                    JsonNode data = json.path("data");
                    comparison.resource(data.isArray() ? data.get(i) : data, resources.get(i), wholly);
                }
                if (value instanceof Page<?> page) {
                    comparison.included(json.path("included"), page.included(), wholly);
                }
            }
        });
        assertThat(problems).isEmpty();
    }

    private static List<Resource> resources(Object value) {
        List<Resource> resources = new ArrayList<>();
        if (value instanceof Resource resource) {
            resources.add(resource);
        } else if (value instanceof Optional<?> optional && optional.orElse(null) instanceof Resource resource) {
            resources.add(resource);
        } else if (value instanceof Page<?> page) {
            page.data().forEach(each -> {
                if (each instanceof Resource resource) {
                    resources.add(resource);
                }
            });
        }
        return resources;
    }

    private void forEach(DocumentedResponses.Check check) {
        responses.forEach(check);
    }

    private Object decode(String schema, Type type, JsonNode json) {
        return responses.decode(schema, type, json);
    }

    private static void forEachRelationship(JsonNode answer, Consumer<ObjectNode> action) {
        DocumentedResponses.forEachResource(
                answer, resource -> resource.path("relationships").forEach(each -> action.accept((ObjectNode) each)));
    }

    private static void forEachObjectIn(JsonNode node, Consumer<ObjectNode> action) {
        node.forEach(each -> {
            forEachObjectIn(each, action);
            if (each instanceof ObjectNode object) {
                action.accept(object);
            }
        });
    }

    private static void replaceTexts(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                if (each.getValue().isTextual()) {
                    each.setValue(JSON.textNode(text));
                } else {
                    replaceTexts(each.getValue(), text);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, JSON.textNode(text));
                } else {
                    replaceTexts(array.get(i), text);
                }
            }
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
