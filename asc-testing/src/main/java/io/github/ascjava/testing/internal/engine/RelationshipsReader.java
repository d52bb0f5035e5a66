package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the relationships of a resource in a request, and adds problems to the errors. */
final class RelationshipsReader {

    private final Catalog catalog;
    private final String operation;
    private final boolean mayBeNull;
    private final List<ErrorObject> errors;

    /**
     * Creates a reader.
     *
     * @param operation CREATE or UPDATE
     * @param mayBeNull whether null clears a relationship
     */
    RelationshipsReader(Catalog catalog, String operation, boolean mayBeNull, List<ErrorObject> errors) {
        this.catalog = catalog;
        this.operation = operation;
        this.mayBeNull = mayBeNull;
        this.errors = errors;
    }

    Map<String, List<Identifier>> read(JsonNode given, BodyShape body, String pointer) {
        Map<String, List<Identifier>> relationships = new LinkedHashMap<>();
        if (!given.isMissingNode() && !given.isObject()) {
            errors.add(Errors.error("relationships-no-object", pointer));
            return relationships;
        }
        if (given.isMissingNode() && body.relationshipsRequired()) {
            errors.add(Errors.error("relationships-missing", pointer));
        }
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            String name = each.getKey();
            BodyShape.Link link = body.relationships().get(name);
            String place = pointer + "/" + name;
            if (link == null) {
                errors.add(
                        isRelationship(name, body.type())
                                ? Errors.error("relationship-not-allowed", place, name, operation)
                                : Errors.error("relationship-unknown", place, name, body.type()));
            } else if (each.getValue().has("data")) {
                JsonNode data = each.getValue().path("data");
                boolean nullClears = mayBeNull && !link.required();
                relationships.put(
                        name,
                        BodyReader.identifiers(data, place + "/data", link.toMany(), link.type(), nullClears, errors));
            } else if (link.required() || !each.getValue().isObject()) {
                errors.add(Errors.error("relationship-required", place, name));
            }
        }
        for (BodyShape.Link link : body.relationships().values()) {
            if (link.required() && !given.has(link.name())) {
                errors.add(Errors.error("relationship-required", pointer + "/" + link.name(), link.name()));
            }
        }
        return relationships;
    }

    private boolean isRelationship(String name, String type) {
        return catalog.resourcesOf(type).stream()
                .anyMatch(resource -> resource.relationships().containsKey(name));
    }
}
