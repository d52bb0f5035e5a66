package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what an operation takes and answers, for the catalog. */
final class OperationText {

    private final Document document;
    private final ShapeText shapes;
    private final Map<String, Resource> resources;

    /**
     * Makes a writer.
     *
     * @param resources by schema
     */
    OperationText(Document document, ShapeText shapes, Map<String, Resource> resources) {
        this.document = document;
        this.shapes = shapes;
        this.resources = resources;
    }

    /** Returns the line that names an operation, and those of what it answers and takes. */
    List<String> lines(Operation operation) {
        List<String> lines = new ArrayList<>();
        lines.add(operation.place() + " " + operation.action());
        lines.addAll(answers(operation));
        if (!operation.body().isMissingNode()) {
            lines.add("body " + sent(operation));
        }
        operation.queryParameters().stream()
                .filter(parameter -> name(parameter).startsWith("fields["))
                .map(this::fields)
                .reduce((a, b) -> a + " " + b)
                .ifPresent(fields -> lines.add("fields " + fields));
        operation.queryParameters().stream()
                .filter(parameter -> !name(parameter).startsWith("fields["))
                .forEach(parameter -> lines.add(parameter(operation, parameter)));
        lines.addAll(otherVersions(operation));
        return lines;
    }

    /** Where a relationship leads to one version of a resource, but the answer includes the other. */
    private List<String> otherVersions(Operation operation) {
        String ref = Document.refOf(operation.answer().path("application/json").path("schema"));
        JsonNode properties = ref == null
                ? operation.answer().path("application/json").path("schema").path("properties")
                : document.schema(ref).path("properties");
        JsonNode data = properties.path("data");
        Resource resource =
                resources.get(String.valueOf(Document.refOf(data.has("items") ? data.path("items") : data)));
        if (resource == null) {
            return List.of();
        }
        Set<String> included =
                new TreeSet<>(ResourcePlanner.refs(properties.path("included").path("items")));
        Set<String> types = resource.relationships().stream()
                .map(Relationship::schema)
                .filter(schema -> schema != null && !included.contains(schema))
                .map(schema -> Document.typeOf(document.schema(String.valueOf(schema))))
                .collect(Collectors.toSet());
        return included.stream()
                .filter(schema -> types.contains(Document.typeOf(document.schema(schema))))
                .map(schema -> "included " + schema)
                .toList();
    }

    /** Sorted, because the order in which the document has them means nothing. */
    private List<String> answers(Operation operation) {
        List<String> lines = new ArrayList<>();
        operation.node().path("responses").properties().forEach(response -> {
            if (!response.getKey().startsWith("2")) {
                return;
            }
            String line = "answer " + response.getKey();
            JsonNode content = response.getValue().path("content");
            if (content.isEmpty()) {
                lines.add(line);
            }
            content.properties()
                    .forEach(each -> lines.add(line + " " + content(operation, each.getKey(), each.getValue())));
        });
        return lines.stream().sorted().toList();
    }

    private String content(Operation operation, String type, JsonNode content) {
        String ref = Document.refOf(content.path("schema"));
        JsonNode schema = ref == null ? content.path("schema") : document.schema(ref);
        if (!type.equals("application/json")) {
            return type + (schema.has("properties") ? " " + shapes.of(schema) : "");
        }
        JsonNode data = schema.path("properties").path("data");
        boolean toMany = data.has("items");
        JsonNode element = toMany ? data.path("items") : data;
        String resource = Document.refOf(element);
        if (resource != null && resources.containsKey(resource)) {
            return (toMany ? "many " : "one ") + resource;
        }
        if (CatalogWriter.isLinkage(data)) {
            return (toMany ? "ids " : "id ") + CatalogWriter.linked(operation.place(), data);
        }
        if (toMany && element.has("properties")) {
            return "metrics " + shapes.of(element);
        }
        throw new UnknownShapeException(operation.place(), "an answer of this shape is new.");
    }

    private String sent(Operation operation) {
        String ref = Document.refOf(operation.body());
        JsonNode schema = ref == null ? operation.body() : document.schema(ref);
        JsonNode data = schema.path("properties").path("data");
        if (CatalogWriter.isLinkage(data) && operation.relationship() != null) {
            return (data.has("items") ? "ids " : "id ") + CatalogWriter.linked(operation.place(), data);
        }
        if (ref == null) {
            throw new UnknownShapeException(operation.place(), "a request body without a name is new.");
        }
        return ref;
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    /** The fields of a resource, as those of the schema that comes nearest, and what is more or less. */
    private String fields(JsonNode parameter) {
        String type =
                name(parameter).substring("fields[".length(), name(parameter).length() - 1);
        Set<String> names = new TreeSet<>(
                Document.texts(parameter.path("schema").path("items").path("enum")));
        Resource best = null;
        int least = Integer.MAX_VALUE;
        for (Resource resource : resources.values()) {
            int different = resource.jsonType().equals(type) ? difference(names, fieldsOf(resource)) : least;
            if (different < least) {
                best = resource;
                least = different;
            }
        }
        if (best == null) {
            throw new UnknownShapeException(name(parameter), "no resource has this type.");
        }
        if (names.isEmpty()) {
            return best.schema();
        }
        Set<String> known = fieldsOf(best);
        return best.schema()
                + names.stream()
                        .filter(each -> !known.contains(each))
                        .map(each -> "+" + each)
                        .collect(Collectors.joining())
                + known.stream()
                        .filter(each -> !names.contains(each))
                        .map(each -> "-" + each)
                        .collect(Collectors.joining());
    }

    private static Set<String> fieldsOf(Resource resource) {
        Set<String> names = new TreeSet<>();
        resource.attributes().forEach(attribute -> names.add(attribute.jsonName()));
        resource.relationships().forEach(relationship -> names.add(relationship.jsonName()));
        return names;
    }

    private static int difference(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return 2 * all.size() - some.size() - others.size();
    }

    private String parameter(Operation operation, JsonNode parameter) {
        String name = name(parameter);
        JsonNode schema = parameter.path("schema");
        String line = name + (parameter.path("required").asBoolean() ? "!" : "") + " ";
        if (name.equals("include") || name.equals("sort")) {
            return line + String.join(" ", Document.texts(schema.path("items").path("enum")));
        }
        if (name.equals("limit") || name.startsWith("limit[")) {
            @Nullable JsonNode maximum = schema.get("maximum");
            if (maximum == null) {
                throw new UnknownShapeException(operation.place(), "a limit without a maximum is new.");
            }
            return line + maximum.asInt();
        }
        return line + shapes.of(schema);
    }
}
