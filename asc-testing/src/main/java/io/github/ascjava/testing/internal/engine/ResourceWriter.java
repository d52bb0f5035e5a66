package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.DataFile;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape.RelationshipShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Writes one resource: attributes, relationships with links, and identifiers of included resources. */
final class ResourceWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The resources of the older part of the service, which the developer website shares. */
    private static final Set<String> PROVISIONING = Set.of(
            "bundleIds", "bundleIdCapabilities", "certificates", "devices", "profiles", "merchantIds", "passTypeIds");

    /** By type, the attributes that are null in the live service, not absent, before they are set. */
    private static final Map<String, List<String>> NULLS = DataFile.lines(ResourceWriter.class, "nulls.txt").stream()
            .map(line -> List.of(line.split(" ", -1)))
            .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));

    private final SandboxState world;
    private final Links links;

    ResourceWriter(SandboxState world, Links links) {
        this.world = world;
        this.links = links;
    }

    /**
     * Writes a resource.
     *
     * @param shape the members that the document allows in this response
     * @param includes the relationships whose resources the document includes; empty for an included resource
     */
    ObjectNode write(
            StoredResource resource, ResourceShape shape, Selection selection, Set<String> includes, HttpUrl request) {
        @Nullable Set<String> fields = selection.fields().get(resource.type());
        String self = links.self(request, resource, shape);
        ObjectNode json = JSON.objectNode();
        json.put("type", resource.type());
        json.put("id", resource.id());
        ObjectNode attributes = attributes(resource, shape, fields);
        if (!attributes.isEmpty()) {
            json.set("attributes", attributes);
        }
        ObjectNode relationships = JSON.objectNode();
        for (RelationshipShape relationship : shape.relationships().values()) {
            if (fields == null || fields.contains(relationship.name())) {
                boolean included = includes.contains(relationship.name());
                ObjectNode object = relationship(resource, shape, relationship, included, selection, self);
                if (!object.isEmpty()) {
                    relationships.set(relationship.name(), object);
                }
            }
        }
        if (!relationships.isEmpty()) {
            json.set("relationships", relationships);
        }
        json.putObject("links").put("self", self);
        return json;
    }

    /** Writes a resource's type and id. */
    static ObjectNode identifier(StoredResource resource) {
        return JSON.objectNode().put("type", resource.type()).put("id", resource.id());
    }

    private ObjectNode attributes(StoredResource resource, ResourceShape shape, @Nullable Set<String> fields) {
        // Each version of a resource has members that the other lacks, such as a purchase's states.
        boolean isOneOfTwo = world.catalog().resourcesOf(resource.type()).size() > 1;
        boolean nullsShown = world.has(Deviation.UNSET_ATTRIBUTES_ARE_NULL);
        ObjectNode attributes = JSON.objectNode();
        for (Map.Entry<String, Shape.Member> each : shape.attributes().entrySet()) {
            String name = each.getKey();
            JsonNode value = resource.attributes().get(name);
            if (fields != null && !fields.contains(name)) {
                continue;
            }
            if (value == null || value.isNull()) {
                if (nullsShown
                        && (value != null
                                || NULLS.getOrDefault(resource.type(), List.of())
                                        .contains(name))) {
                    attributes.putNull(name);
                }
            } else if (!isOneOfTwo || Values.fits(value, each.getValue().shape())) {
                attributes.set(name, value);
            }
        }
        if (nullsShown && fields == null && resource.type().equals("certificates")) {
            // Not in the document (docs/live-service.md#certificate-platform-varies).
            attributes.putNull("csrContent");
        }
        return attributes;
    }

    private ObjectNode relationship(
            StoredResource resource,
            ResourceShape shape,
            RelationshipShape relationship,
            boolean included,
            Selection selection,
            String self) {
        String name = relationship.name();
        ObjectNode json = JSON.objectNode();
        if (included) {
            List<StoredResource> related = resource.related(name);
            if (relationship.toMany()) {
                int limit = limit(resource.type(), name, selection);
                putPaging(json, resource.type(), related.size(), limit);
                ArrayNode data = json.putArray("data");
                related.stream().limit(limit).map(ResourceWriter::identifier).forEach(data::add);
            } else if (!related.isEmpty()) {
                json.set("data", identifier(related.get(0)));
            } else if (world.has(Deviation.INCLUDED_TO_ONE_ABSENT_IS_NULL)) {
                json.putNull("data");
            }
        }
        if (relationship.links()) {
            putLink(json, "self", links.below(self, shape, "/relationships/" + name));
            putLink(json, "related", links.below(self, shape, "/" + name));
        }
        return json;
    }

    /** Returns how many resources of a relationship a document includes. */
    int limit(String type, String relationship, Selection selection) {
        boolean all = world.has(Deviation.PROVISIONING_INCLUDES_ALL) && PROVISIONING.contains(type);
        return selection.limits().getOrDefault(relationship, all ? Integer.MAX_VALUE : Selection.INCLUDED);
    }

    private void putPaging(ObjectNode json, String type, int total, int limit) {
        boolean nonsense = world.has(Deviation.INCLUDED_PAGING_IS_NONSENSE) && PROVISIONING.contains(type);
        json.putObject("meta")
                .putObject("paging")
                .put("total", nonsense ? 0 : total)
                .put("limit", nonsense ? Integer.MAX_VALUE : limit);
    }

    private static void putLink(ObjectNode json, String name, @Nullable String url) {
        if (url != null) {
            json.withObject("/links").put(name, url);
        }
    }
}
