package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans the resource records.
 *
 * <p>Its hard part is to tell which class a relationship leads to, because sixteen JSON:API types have two. The answer of
 * the operation that reads the relationship decides; then what the resource's own answers may include; then the version in
 * the names.
 */
final class ResourcePlanner {

    private final Document document;
    private final TypePlanner types;
    private final Map<String, List<String>> schemasByType = new TreeMap<>();
    private final Map<String, String> relatedSchemas = new TreeMap<>();
    private final Map<String, Set<String>> includedSchemas = new TreeMap<>();
    private final Map<String, Resource> resources = new TreeMap<>();

    ResourcePlanner(Document document, TypePlanner types) {
        this.document = document;
        this.types = types;
        document.schemas().forEach((name, schema) -> {
            if (isResource(schema)) {
                schemasByType
                        .computeIfAbsent(String.valueOf(Document.typeOf(schema)), type -> new ArrayList<>())
                        .add(name);
            }
        });
        document.operations().forEach(this::learn);
        schemasByType.values().forEach(names -> names.forEach(name -> resources.put(name, plan(name))));
    }

    Map<String, Resource> resources() {
        return resources;
    }

    /** Returns the class of a resource schema, or null if the schema is none. */
    @Nullable
    Resource find(String schema) {
        return resources.get(schema);
    }

    /** The plainest name among the schemas of a type: that of its first version. */
    @Nullable
    String firstSchemaOf(String type) {
        List<String> names = schemasByType.get(type);
        return names == null
                ? null
                : names.stream()
                        .min((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                        .orElseThrow();
    }

    /** The schema of a type that has no other, or null. */
    @Nullable
    String onlySchemaOf(String type) {
        List<String> names = schemasByType.getOrDefault(type, List.of());
        return names.size() == 1 ? names.get(0) : null;
    }

    static boolean isResource(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        return properties.has("type") && properties.has("id") && properties.has("links");
    }

    private void learn(Operation operation) {
        JsonNode schema = operation.answer().path("application/json").path("schema");
        String ref = Document.refOf(schema);
        if (ref == null) {
            return;
        }
        JsonNode properties = document.schema(ref).path("properties");
        JsonNode data = properties.path("data");
        String resource = Document.refOf(data.has("items") ? data.path("items") : data);
        if (resource == null || !isResource(document.schema(resource))) {
            return;
        }
        relatedSchemas.put(operation.path(), resource);
        includedSchemas.computeIfAbsent(resource, key -> new LinkedHashSet<>()).addAll(document.includedBy(operation));
    }

    private Resource plan(String schemaName) {
        JsonNode schema = document.schema(schemaName);
        List<Relationship> relationships = new ArrayList<>();
        schema.path("properties")
                .path("relationships")
                .path("properties")
                .properties()
                .forEach(each -> {
                    String name = each.getKey();
                    relationships.add(
                            relationship(schemaName, name, each.getValue().path("properties")));
                });
        JavaType className = types.modelClass(schemaName);
        return new Resource(
                className,
                String.valueOf(Document.typeOf(schema)),
                schemaName,
                types.members(schema.path("properties").path("attributes"), schemaName),
                relationships);
    }

    private Relationship relationship(String owner, String name, JsonNode properties) {
        JsonNode data = properties.path("data");
        String related = related(owner, name);
        if (data.isMissingNode()) {
            // Only links: the operation behind them tells the class. A few lead to reports, which are no resources.
            String found = related == null ? firstSchemaOf(name) : related;
            JavaType target = found == null ? Library.RESOURCE : types.modelClass(found);
            boolean toMany = found == null || Names.singular(name).length() != name.length();
            return new Relationship(
                    name, TypePlanner.javaName(name, owner), target, found, toMany, false, properties.has("links"));
        }
        boolean toMany = data.path("type").asText().equals("array");
        String type = Document.typeOf(toMany ? data.path("items") : data);
        List<String> candidates = schemasByType.get(String.valueOf(type));
        if (candidates == null) {
            throw new UnknownShapeException(owner + "." + name, "no resource has the type " + type + ".");
        }
        String target = candidates.size() == 1 ? candidates.get(0) : choose(owner, name, candidates, related);
        return new Relationship(
                name,
                TypePlanner.javaName(name, owner),
                types.modelClass(target),
                target,
                toMany,
                true,
                properties.has("links"));
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
                        owner + "." + name, "which of " + candidates + " it leads to cannot be told."));
    }

    /** The schema that reading the relationship answers with, found by the path of the owner's own operation. */
    private @Nullable String related(String owner, String name) {
        return relatedSchemas.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(owner) && entry.getKey().matches("/v\\d+/\\w+/\\{id}"))
                .map(entry -> relatedSchemas.get(entry.getKey() + "/" + name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
