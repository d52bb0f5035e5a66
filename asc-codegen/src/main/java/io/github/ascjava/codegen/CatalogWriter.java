package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.codegen.Model.Answer;
import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import io.github.ascjava.codegen.Model.Content;
import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import io.github.ascjava.codegen.Model.Sends;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the catalog from which the sandbox in asc-testing responds: parameters and responses of operations, members of
 * resources and bodies. It consists of one JSON file per domain, with one line per attribute, relationship and property
 * of an operation. {@code CatalogReader} of asc-testing reads it.
 */
final class CatalogWriter {

    private static final String PACKAGE = "io/github/ascjava/testing/internal/catalog/";

    /** Lists the other files. */
    static final String INDEX = PACKAGE + "index.json";

    /** The nesting depth of an attribute in a file: one below its resource. */
    private static final int ATTRIBUTES = 4;

    private final Model model;
    private final ShapeWriter shapes;
    private final Map<String, Resource> resources = new TreeMap<>();
    private final Map<String, ObjectNode> domains = new TreeMap<>();

    private CatalogWriter(Model model) {
        this.model = model;
        this.shapes = new ShapeWriter(model);
        model.resources().forEach(resource -> resources.put(resource.schema(), resource));
    }

    /** Returns contents by path below the resource root. */
    static Map<String, String> write(Model model) {
        return new CatalogWriter(model).files();
    }

    private Map<String, String> files() {
        resources.values().forEach(this::addResource);
        model.bodies().forEach(this::addBody);
        model.interfaces().forEach(api -> {
            ObjectNode operations = domain(api.name()).withObjectProperty("operations");
            api.methods().stream()
                    .collect(Collectors.groupingBy(
                            method -> method.operation().place(), TreeMap::new, Collectors.toList()))
                    .forEach((place, methods) -> operations.set(place, operation(methods, api.name())));
        });
        Map<String, String> files = new TreeMap<>();
        domains.forEach((name, contents) -> files.put(PACKAGE + name + ".json", text(contents, ATTRIBUTES)));
        files.put(PACKAGE + "types.json", text(shapes.definitions(), 1));
        ObjectNode index = object().put("version", model.document().version());
        index.set("domains", strings(domains.keySet()));
        files.put(INDEX, text(index, 1));
        return files;
    }

    private static String text(ObjectNode contents, int lineDepth) {
        ObjectNode all = object().put("generated", "by asc-codegen from Apple's OpenAPI document; do not edit");
        StringBuilder text = new StringBuilder();
        write(text, all.setAll(contents), 0, lineDepth);
        return text.append('\n').toString();
    }

    /** Everything below the given depth is written on one line, whatever its length. */
    private static void write(StringBuilder text, JsonNode node, int depth, int lineDepth) {
        if (!node.isObject() || depth == lineDepth) {
            text.append(node);
            return;
        }
        String separator = "{\n";
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            text.append(separator).append(" ".repeat(depth + 1));
            text.append('"').append(each.getKey()).append("\": ");
            write(text, each.getValue(), depth + 1, lineDepth);
            separator = ",\n";
        }
        text.append('\n').append(" ".repeat(depth)).append('}');
    }

    private ObjectNode domain(JavaType name) {
        String domain = name.packageName().substring(name.packageName().lastIndexOf('.') + 1);
        return domains.computeIfAbsent(domain, key -> object());
    }

    private void addResource(Resource resource) {
        ObjectNode entry = domain(resource.name())
                .withObjectProperty("resources")
                .putObject(resource.schema())
                .put("type", resource.jsonType());
        for (Member member : resource.attributes()) {
            entry.withObjectProperty("attributes").set(member.jsonName(), shapes.of(member.schema(), resource.name()));
        }
        for (Relationship relationship : resource.relationships()) {
            ObjectNode link = entry.withObjectProperty("relationships").putObject(relationship.jsonName());
            if (relationship.schema() != null) {
                link.put("to", relationship.schema());
            }
            flag(link, "many", relationship.toMany());
            flag(link, "data", relationship.data());
            flag(link, "links", relationship.links());
        }
    }

    private void addBody(Body body) {
        ObjectNode entry = domain(body.name())
                .withObjectProperty("bodies")
                .putObject(body.schema())
                .put("type", body.jsonType());
        List<String> required = Document.texts(body.data().path("required"));
        flag(entry, "attributesRequired", required.contains("attributes"));
        flag(entry, "relationshipsRequired", required.contains("relationships"));
        for (BodyMember member : body.members()) {
            ObjectNode what;
            if (member.attribute() != null) {
                what = shapes.of(member.schema(), body.name());
                entry.withObjectProperty("attributes").set(member.jsonName(), what);
            } else {
                what = entry.withObjectProperty("relationships").putObject(member.jsonName());
                flag(what.put("to", member.target()), "many", member.toMany());
            }
            flag(what, "required", member.required());
        }
        if (!body.included().isEmpty()) {
            entry.set("included", strings(new TreeSet<>(body.included())));
        }
    }

    /** An operation has a method for each content type of its response. */
    private ObjectNode operation(List<Method> methods, JavaType owner) {
        Operation operation = methods.get(0).operation();
        ObjectNode entry = object().put("action", operation.action().name());
        for (Method method : methods) {
            for (int status : operation.statuses()) {
                entry.withArrayProperty("answers").add(answer(method.answer(), status, owner));
            }
        }
        Sends sends = methods.get(0).sends();
        if (sends != Sends.NOTHING) {
            Content identifiers = sends == Sends.LINKAGES ? Content.IDS : Content.ID;
            boolean resource = methods.get(0).body() != null;
            entry.putObject("body")
                    .put("content", (resource ? Content.ONE : identifiers).name())
                    .put("of", methods.get(0).sent());
        }
        operation.queryParameters().forEach(parameter -> addParameter(entry, parameter, owner));
        methods.forEach(method -> addOtherVersions(entry, method));
        return entry;
    }

    private ObjectNode answer(Answer answer, int status, JavaType owner) {
        ObjectNode entry =
                object().put("status", status).put("content", answer.content().name());
        if (!answer.of().isEmpty()) {
            entry.put("of", answer.of());
        }
        if (answer.accept() != null) {
            entry.put("contentType", answer.accept());
        }
        if (!answer.shape().isMissingNode()) {
            entry.set("shape", shapes.of(answer.shape(), owner));
        }
        return entry;
    }

    private void addParameter(ObjectNode entry, JsonNode parameter, JavaType owner) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        String inner = QueryPlanner.inner(name);
        if (name.startsWith("fields[")) {
            addFields(entry.withObjectProperty("fields"), inner, schema);
        } else if (name.equals("include") || name.equals("sort")) {
            JsonNode items = schema.path("items");
            String ref = Document.refOf(items);
            entry.set(name, (ref == null ? items : model.document().schema(ref)).path("enum"));
        } else if (name.equals("limit")) {
            entry.put(name, schema.path("maximum").asInt());
        } else if (name.startsWith("limit[")) {
            entry.withObjectProperty("limits").put(inner, schema.path("maximum").asInt());
        } else {
            ObjectNode shape = shapes.of(schema, owner);
            flag(shape, "required", parameter.path("required").asBoolean());
            entry.withObjectProperty("parameters").set(name, shape);
        }
    }

    /** The fields of a resource, as the closest schema and the differences from it. */
    private void addFields(ObjectNode fields, String type, JsonNode schema) {
        Set<String> names = new TreeSet<>(Document.texts(schema.path("items").path("enum")));
        Resource nearest = resources.values().stream()
                .filter(resource -> resource.jsonType().equals(type))
                .min(Comparator.comparingInt(
                        resource -> differences(names, resource).size()))
                .orElseThrow(() -> new UnknownShapeException("fields[" + type + "]", "no resource has this type."));
        fields.set(nearest.schema(), strings(names.isEmpty() ? List.of() : differences(names, nearest)));
    }

    private static List<String> differences(Set<String> names, Resource resource) {
        Set<String> fields = new TreeSet<>();
        resource.attributes().forEach(attribute -> fields.add(attribute.jsonName()));
        resource.relationships().forEach(relationship -> fields.add(relationship.jsonName()));
        return Stream.concat(
                        names.stream().filter(each -> !fields.contains(each)).map(each -> "+" + each),
                        fields.stream().filter(each -> !names.contains(each)).map(each -> "-" + each))
                .toList();
    }

    /** The included versions of resources that differ from those in the relationships. */
    private void addOtherVersions(ObjectNode entry, Method method) {
        Resource resource = resources.get(method.answer().of());
        if (resource == null) {
            return;
        }
        Set<String> included = new TreeSet<>(model.document().includedBy(method.operation()));
        Set<String> types = resource.relationships().stream()
                .map(Relationship::schema)
                .filter(schema -> schema != null && !included.contains(schema))
                .map(this::typeOf)
                .collect(Collectors.toSet());
        included.stream()
                .filter(schema -> types.contains(typeOf(schema)))
                .forEach(schema -> entry.withArrayProperty("versions").add(schema));
    }

    private String typeOf(@Nullable String schema) {
        return String.valueOf(Document.typeOf(model.document().schema(String.valueOf(schema))));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static void flag(ObjectNode object, String name, boolean value) {
        if (value) {
            object.put(name, true);
        }
    }
}
