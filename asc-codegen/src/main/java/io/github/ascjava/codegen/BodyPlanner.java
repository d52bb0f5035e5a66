package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans the bodies of requests that create or update resources, and of resources created within another's request. */
final class BodyPlanner {

    private static final String INLINE = "InlineCreate";

    private final Document document;
    private final TypePlanner types;
    private final Map<String, Body> bodies = new TreeMap<>();
    /** By inline schema: what the requests that it comes in may hold beside it. */
    private final Map<String, Set<String>> companions = new TreeMap<>();

    BodyPlanner(Document document, TypePlanner types) {
        this.document = document;
        this.types = types;
        document.schemas().forEach((name, schema) -> {
            List<String> inline = ResourcePlanner.refs(
                    schema.path("properties").path("included").path("items"));
            if (name.endsWith("Request")) {
                inline.stream().filter(each -> !each.endsWith(INLINE)).forEach(each -> {
                    throw new UnknownShapeException(name, each + ", included in a request, is no inline schema.");
                });
                inline.forEach(each -> companions
                        .computeIfAbsent(each, key -> new LinkedHashSet<>())
                        .addAll(inline));
            }
        });
        document.schemas().forEach((name, schema) -> {
            JsonNode data = schema.path("properties").path("data");
            if (isInline(name)) {
                plan(name, name, schema, companions.getOrDefault(name, Set.of()));
            } else if (isResourceRequest(name, data)) {
                Set<String> inline = new LinkedHashSet<>(ResourcePlanner.refs(
                        schema.path("properties").path("included").path("items")));
                plan(name, name.substring(0, name.length() - "Request".length()), data, inline);
            }
        });
    }

    /** By the name of the schema. */
    Map<String, Body> bodies() {
        return bodies;
    }

    /**
     * A schema that can hold nothing but type and id creates nothing: territories and price points exist already, and are
     * referred to by their ids.
     */
    private boolean isInline(String name) {
        JsonNode properties = document.schema(name).path("properties");
        return name.endsWith(INLINE) && (properties.has("attributes") || properties.has("relationships"));
    }

    private static boolean isResourceRequest(String name, JsonNode data) {
        JsonNode properties = data.path("properties");
        return name.endsWith("Request")
                && properties.has("type")
                && (name.endsWith("CreateRequest") || name.endsWith("UpdateRequest"));
    }

    private void plan(String schemaName, String className, JsonNode data, Set<String> inline) {
        String type = Document.typeOf(data);
        if (type == null) {
            throw new UnknownShapeException(schemaName, "a body whose type is not fixed is new.");
        }
        String owner = className.replaceFirst("(Inline)?(Create|Update)$", "");
        List<BodyMember> members = new ArrayList<>();
        JsonNode attributes = data.path("properties").path("attributes");
        List<String> requiredAttributes = Document.texts(attributes.path("required"));
        attributes
                .path("properties")
                .properties()
                .forEach(each -> members.add(new BodyMember(
                        each.getKey(),
                        bodyName(each.getKey(), owner),
                        types.sentTypeOf(each.getValue(), owner, each.getKey()),
                        false,
                        "",
                        null,
                        requiredAttributes.contains(each.getKey()))));
        JsonNode relationships = data.path("properties").path("relationships");
        List<String> requiredRelationships = Document.texts(relationships.path("required"));
        relationships.path("properties").properties().forEach(each -> {
            JsonNode target = each.getValue().path("properties").path("data");
            boolean toMany = target.path("type").asText().equals("array");
            String targetType = Document.typeOf(toMany ? target.path("items") : target);
            if (targetType == null) {
                throw new UnknownShapeException(
                        schemaName + "." + each.getKey(), "a relationship without one fixed type is new.");
            }
            members.add(new BodyMember(
                    each.getKey(),
                    bodyName(each.getKey(), owner),
                    null,
                    toMany,
                    targetType,
                    inlineOf(schemaName, targetType, inline),
                    requiredRelationships.contains(each.getKey())));
        });
        bodies.put(
                schemaName,
                new Body(types.modelClass(className), type, schemaName, description(className, owner), members));
    }

    private static String description(String className, String owner) {
        String words = Names.words(Names.decapitalized(owner));
        if (className.endsWith(INLINE)) {
            return Names.capitalized(Names.withArticle(words)) + " to be created together with another resource";
        }
        return className.endsWith("Update")
                ? "What to update of " + Names.withArticle(words) + ": what is set here, and nothing else"
                : Names.capitalized(Names.withArticle(words)) + " to create";
    }

    private static String bodyName(String jsonName, String owner) {
        boolean taken =
                Set.of("attribute", "relationship", "inline", "build", "self").contains(jsonName);
        return taken ? Names.decapitalized(owner) + Names.capitalized(jsonName) : TypePlanner.javaName(jsonName, owner);
    }

    private @Nullable JavaType inlineOf(String schemaName, String targetType, Set<String> inline) {
        List<String> fitting = inline.stream()
                .filter(each -> isInline(each) && targetType.equals(Document.typeOf(document.schema(each))))
                .toList();
        if (fitting.size() > 1) {
            throw new UnknownShapeException(schemaName, "two inline schemas of the type " + targetType + " are new.");
        }
        return fitting.isEmpty() ? null : types.modelClass(fitting.get(0)).type();
    }
}
