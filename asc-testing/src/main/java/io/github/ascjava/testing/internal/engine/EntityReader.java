package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request that creates or updates a resource, and rejects an invalid body with all of its errors.
 */
final class EntityReader {

    private final Catalog catalog;
    private final BodyShape shape;
    private final List<ErrorObject> errors = new ArrayList<>();
    private final AttributesReader attributes;
    private final RelationshipsReader relationships;

    private EntityReader(SandboxState world, BodyShape shape, String operation) {
        this.catalog = world.catalog();
        this.shape = shape;
        boolean mayBeNull = operation.equals("UPDATE") && world.has(Deviation.NULL_CLEARS_TO_ONE);
        this.attributes = new AttributesReader(catalog, operation, errors);
        this.relationships = new RelationshipsReader(catalog, operation, mayBeNull, errors);
    }

    /**
     * Reads a body.
     *
     * @param id the id of the resource to be updated, or null if one is to be created
     * @throws ApiErrorException 409 if the body does not match the document
     */
    static Entity read(JsonNode body, BodyShape shape, @Nullable String id, SandboxState world) {
        return new EntityReader(world, shape, id == null ? "CREATE" : "UPDATE").read(body, id);
    }

    private Entity read(JsonNode body, @Nullable String id) {
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw Errors.refusal("data-no-object");
        }
        checkIdentity(data, id);
        List<Entity> included = included(body.path("included"));
        Entity entity = entity(data, shape, id == null ? "" : id, "/data", included);
        checkLocalIds(entity);
        ApiErrorException.throwIfAny(409, errors);
        return entity;
    }

    private void checkIdentity(JsonNode data, @Nullable String id) {
        if (!shape.type().equals(data.path("type").textValue())) {
            errors.add(Errors.error("data-type", shape.type()));
        }
        if (id == null) {
            if (data.has("id")) {
                errors.add(Errors.error("id-unexpected"));
            }
        } else if (!id.equals(data.path("id").textValue())) {
            errors.add(Errors.error("data-id", id));
        }
    }

    private List<Entity> included(JsonNode included) {
        List<Entity> entities = new ArrayList<>();
        if (!included.isMissingNode() && !included.isArray()) {
            errors.add(Errors.error("included-no-array"));
            return entities;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < included.size(); i++) {
            JsonNode each = included.get(i);
            String type = each.path("type").asText();
            String id = each.path("id").asText();
            String pointer = "/included/" + i;
            BodyShape inline = inline(type);
            if (inline == null) {
                errors.add(Errors.error("included-type", pointer + "/type", type));
            } else if (isNew(inline)) {
                if (!Identifier.isLocal(id) || !ids.add(type + id)) {
                    errors.add(Errors.error("local-id", pointer + "/id", id));
                }
                entities.add(entity(each, inline, id, pointer, List.of()));
            }
        }
        return entities;
    }

    /** A resource with only type and ID cannot be created: territories and price points already exist. */
    private static boolean isNew(BodyShape inline) {
        return !inline.attributes().isEmpty() || !inline.relationships().isEmpty();
    }

    private @Nullable BodyShape inline(String type) {
        for (String name : shape.included()) {
            BodyShape inline = catalog.body(name);
            if (inline.type().equals(type)) {
                return inline;
            }
        }
        return null;
    }

    private Entity entity(JsonNode data, BodyShape body, String id, String pointer, List<Entity> included) {
        return new Entity(
                body,
                id,
                pointer,
                attributes.read(data.path("attributes"), body, pointer + "/attributes"),
                relationships.read(data.path("relationships"), body, pointer + "/relationships"),
                included);
    }

    /** The resource of a local ID must be included in the request. */
    private void checkLocalIds(Entity entity) {
        Set<String> known = new HashSet<>();
        entity.included().forEach(each -> known.add(each.shape().type() + each.id()));
        List<Entity> all = new ArrayList<>(entity.included());
        all.add(entity);
        for (Entity each : all) {
            each.relationships().forEach((name, identifiers) -> {
                for (Identifier identifier : identifiers) {
                    if (identifier.isLocal() && !known.contains(identifier.type() + identifier.id())) {
                        String pointer = each.pointer() + "/relationships/" + name;
                        errors.add(Errors.error(
                                "reference-not-included", pointer, name, identifier.type(), identifier.id()));
                    }
                }
            });
        }
    }
}
