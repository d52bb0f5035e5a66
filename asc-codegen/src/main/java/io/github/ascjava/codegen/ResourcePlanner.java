package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.requireFound;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans the resource records.
 *
 * <p>The difficulty is to determine the class that a relationship leads to, because sixteen JSON:API types have two.
 * The response of the operation that reads the relationship decides, then the resources that the owner's responses may
 * include, then the version in the names.
 */
final class ResourcePlanner {

    private static final List<String> MEMBERS = List.of("type", "id", "attributes", "relationships", "links");
    private static final List<String> MEMBERS_OF_RELATIONSHIPS = List.of("data", "links", "meta");
    static final List<String> MEMBERS_OF_LINKAGES = List.of("type", "id");

    private final Document document;
    private final TypePlanner types;
    private final Map<String, List<String>> schemasByType = new TreeMap<>();
    private final Map<String, String> relatedSchemas = new TreeMap<>();
    private final Map<String, Set<String>> includedSchemas = new TreeMap<>();
    private final Map<String, Resource> resources = new TreeMap<>();

    ResourcePlanner(Document document, TypePlanner types, Stops stops) {
        this.document = document;
        this.types = types;
        document.schemas().forEach((name, schema) -> {
            if (Document.isResource(schema)) {
                stops.attempt(() -> schemasByType
                        .computeIfAbsent(typeOf(schema, name), type -> new ArrayList<>())
                        .add(name));
            }
        });
        document.operations().forEach(operation -> stops.attempt(() -> learn(operation)));
        schemasByType
                .values()
                .forEach(names -> names.forEach(name -> stops.attempt(() -> resources.put(name, plan(name)))));
    }

    Map<String, Resource> resources() {
        return resources;
    }

    /** Returns the class of a resource schema, or null if the schema does not describe a resource. */
    @Nullable
    Resource find(@Nullable String schema) {
        return schema == null ? null : resources.get(schema);
    }

    /** The shortest name among the schemas of a type: that of its first version. */
    @Nullable
    String firstSchemaOf(String type) {
        return schemasByType.getOrDefault(type, List.of()).stream()
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** The only schema of a type, or null if there are several. */
    @Nullable
    String onlySchemaOf(String type) {
        List<String> names = schemasByType.getOrDefault(type, List.of());
        return names.size() == 1 ? names.get(0) : null;
    }

    private void learn(Operation operation) {
        String resource = document.resourceOf(operation);
        if (resource != null) {
            relatedSchemas.put(operation.path(), resource);
            includedSchemas
                    .computeIfAbsent(resource, key -> new LinkedHashSet<>())
                    .addAll(document.includedBy(operation));
        }
    }

    private Resource plan(String schemaName) {
        JsonNode schema = document.schema(schemaName);
        Keywords.requireMembers(schema, schemaName, MEMBERS);
        return new Resource(
                types.modelClass(schemaName),
                typeOf(schema, schemaName),
                schemaName,
                types.members(Document.property(schema, "attributes"), schemaName),
                Document.members(Document.property(schema, "relationships"), schemaName).stream()
                        .map(each -> relationship(schemaName, each.getKey(), each.getValue()))
                        .toList());
    }

    private static String typeOf(JsonNode schema, String place) {
        return requireFound(
                Document.typeOf(schema), place, "a resource or linkage whose type is not fixed is unsupported.");
    }

    private Relationship relationship(String owner, String name, JsonNode schema) {
        Keywords.requireMembers(schema, owner + "." + name, MEMBERS_OF_RELATIONSHIPS);
        JsonNode data = Document.property(schema, "data");
        String target = target(owner, name, data);
        boolean hasData = !data.isMissingNode();
        boolean several = target == null || !Names.singular(name).equals(name);
        return new Relationship(
                name,
                TypePlanner.javaName(name, owner),
                target == null ? Library.RESOURCE : types.modelClass(target),
                target,
                hasData ? Document.isList(data) : several,
                hasData,
                schema.path("properties").has("links"));
    }

    /** The schema of the related resource, or null if the relationship does not lead to a resource. */
    private @Nullable String target(String owner, String name, JsonNode data) {
        String related = related(owner, name);
        if (data.isMissingNode()) {
            // Only links: the operation behind them determines the class. A few lead to reports, which are not
            // resources.
            return related == null ? firstSchemaOf(name) : related;
        }
        JsonNode linkage = Document.elementOf(data);
        Keywords.requireMembers(linkage, owner + "." + name, MEMBERS_OF_LINKAGES);
        String type = typeOf(linkage, owner + "." + name);
        List<String> candidates =
                requireFound(schemasByType.get(type), owner + "." + name, "no resource has the type " + type + ".");
        return candidates.size() == 1 ? candidates.get(0) : choose(owner, name, candidates, related);
    }

    private String choose(String owner, String name, List<String> candidates, @Nullable String related) {
        if (related != null && candidates.contains(related)) {
            return related;
        }
        List<String> included = includedSchemas.getOrDefault(owner, Set.of()).stream()
                .filter(candidates::contains)
                .toList();
        if (included.size() == 1) {
            return included.get(0);
        }
        String version = Names.versionOf(name).isEmpty() ? Names.versionOf(owner) : Names.versionOf(name);
        return candidates.stream()
                .filter(candidate -> Names.versionOf(candidate).equals(version))
                .findFirst()
                .orElseThrow(() -> new UnknownShapeException(
                        owner + "." + name, "which of " + candidates + " it leads to is unknown."));
    }

    /** The schema in the response of the operation that reads the relationship, found by its path. */
    private @Nullable String related(String owner, String name) {
        return relatedSchemas.entrySet().stream()
                .filter(each -> each.getValue().equals(owner))
                .filter(each -> each.getKey().matches("/v\\d+/\\w+/\\{id}"))
                .map(each -> relatedSchemas.get(each.getKey() + "/" + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
