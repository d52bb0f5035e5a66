package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;
import static io.github.ascjava.codegen.UnknownShapeException.requireFound;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans the bodies of requests that create or update resources, and of resources that a request includes. */
final class BodyPlanner {

    static final String INLINE = "InlineCreate";

    private static final List<String> MEMBERS = List.of("type", "id", "attributes", "relationships");
    /** The methods that every builder inherits. */
    private static final Set<String> INHERITED = Set.of(
            "requires",
            "canClear",
            "canClearToOne",
            "canClearToMany",
            "clear",
            "set",
            "attribute",
            "toOne",
            "toMany",
            "inline",
            "build");

    private final Document document;
    private final TypePlanner types;
    private final ResourcePlanner resources;
    private final Map<String, Body> bodies = new TreeMap<>();
    /** The included bodies that a request may contain, by inline schema. */
    private final Map<String, Set<String>> companions = new TreeMap<>();

    BodyPlanner(Document document, TypePlanner types, ResourcePlanner resources, Stops stops) {
        this.document = document;
        this.types = types;
        this.resources = resources;
        document.schemas().forEach((name, schema) -> stops.attempt(() -> learn(name, schema)));
        document.schemas().forEach((name, schema) -> stops.attempt(() -> plan(name, schema)));
    }

    private void learn(String name, JsonNode schema) {
        if (!name.endsWith("Request")) {
            return;
        }
        List<String> inline = Document.includedBy(schema);
        for (String each : inline) {
            require(each.endsWith(INLINE), name, each + ", included in a request, is not an inline schema.");
            companions.computeIfAbsent(each, key -> new LinkedHashSet<>()).addAll(inline);
        }
    }

    private void plan(String name, JsonNode schema) {
        JsonNode data = Document.property(schema, "data");
        if (name.endsWith(INLINE)) {
            plan(name, name, schema, companions.getOrDefault(name, Set.of()), List.of());
        } else if (name.matches(".*(Create|Update)Request")
                && data.path("properties").has("type")) {
            Keywords.requireMembers(schema, name, List.of("data", "included"));
            List<String> inline = Document.includedBy(schema);
            plan(name, name.substring(0, name.length() - "Request".length()), data, inline, inline);
        }
    }

    /** By the name of the schema. */
    Map<String, Body> bodies() {
        return bodies;
    }

    private static boolean creates(JsonNode data) {
        JsonNode properties = data.path("properties");
        return properties.has("attributes") || properties.has("relationships");
    }

    private void plan(
            String schemaName, String className, JsonNode data, Collection<String> inline, List<String> included) {
        Keywords.requireMembers(data, schemaName, MEMBERS);
        String type = requireFound(Document.typeOf(data), schemaName, "a body whose type is not fixed is unsupported.");
        String owner = className.replaceFirst("(Inline)?(Create|Update)$", "");
        List<BodyMember> members = new ArrayList<>();
        JsonNode attributes = Document.property(data, "attributes");
        List<String> requiredAttributes = Document.texts(attributes.path("required"));
        Document.members(attributes, schemaName)
                .forEach(each -> members.add(new BodyMember(
                        each.getKey(),
                        bodyName(each.getKey(), owner),
                        types.sentTypeOf(each.getValue(), owner, each.getKey()).unboxed(),
                        false,
                        "",
                        null,
                        null,
                        requiredAttributes.contains(each.getKey()),
                        each.getValue())));
        JsonNode relationships = Document.property(data, "relationships");
        List<String> requiredRelationships = Document.texts(relationships.path("required"));
        Document.members(relationships, schemaName).forEach(each -> {
            String place = schemaName + "." + each.getKey();
            Keywords.requireMembers(each.getValue(), place, List.of("data"));
            JsonNode target = Document.property(each.getValue(), "data");
            Keywords.requireMembers(Document.elementOf(target), place, ResourcePlanner.MEMBERS_OF_LINKAGES);
            String targetType = requireFound(
                    Document.typeOf(Document.elementOf(target)),
                    place,
                    "a relationship without one fixed type is unsupported.");
            members.add(new BodyMember(
                    each.getKey(),
                    bodyName(each.getKey(), owner),
                    null,
                    Document.isList(target),
                    targetType,
                    relatedOf(targetType),
                    inlineOf(schemaName, targetType, inline),
                    requiredRelationships.contains(each.getKey()),
                    each.getValue()));
        });
        bodies.put(
                schemaName,
                new Body(
                        types.modelClass(className),
                        type,
                        schemaName,
                        description(className, owner),
                        members,
                        data,
                        included,
                        schemaName.endsWith(INLINE) && !creates(data)));
    }

    private static String description(String className, String owner) {
        String words = Names.words(owner);
        if (className.endsWith(INLINE)) {
            return Names.capitalized(Names.withArticle(words)) + " to be created together with another resource.";
        }
        return className.endsWith("Update")
                ? "Request body for updating " + Names.withArticle(words) + ". Only members that were set are sent."
                : "Request body for creating " + Names.withArticle(words) + ".";
    }

    private static String bodyName(String jsonName, String owner) {
        return INHERITED.contains(jsonName)
                ? Names.decapitalized(owner) + Names.capitalized(jsonName)
                : TypePlanner.javaName(jsonName, owner);
    }

    private @Nullable JavaType relatedOf(String targetType) {
        String schema = resources.onlySchemaOf(targetType);
        return schema == null ? null : types.modelClass(schema);
    }

    private @Nullable JavaType inlineOf(String schemaName, String targetType, Collection<String> inline) {
        List<String> fitting = inline.stream()
                .filter(each ->
                        creates(document.schema(each)) && targetType.equals(Document.typeOf(document.schema(each))))
                .toList();
        require(fitting.size() < 2, schemaName, "two inline schemas of the type " + targetType + " are unsupported.");
        return fitting.isEmpty() ? null : types.modelClass(fitting.get(0));
    }
}
