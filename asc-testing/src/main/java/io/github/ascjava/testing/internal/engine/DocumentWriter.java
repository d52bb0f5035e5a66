package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape.RelationshipShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Writes JSON:API documents: primary data, included resources, links and paging. */
final class DocumentWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SandboxState world;
    private final ResourceWriter resources;

    DocumentWriter(SandboxState world, ResourceWriter resources) {
        this.world = world;
        this.resources = resources;
    }

    /** Writes a document with one resource, or with none, as a to-one relationship may be empty. */
    ObjectNode one(@Nullable StoredResource resource, OperationShape operation, Selection selection, HttpUrl request) {
        ResourceShape shape = world.catalog().resource(operation.answer().schema());
        ObjectNode document = JSON.objectNode();
        if (resource == null) {
            document.putNull("data");
        } else {
            document.set("data", resources.write(resource, shape, selection, selection.includes(), request));
            include(document, List.of(resource), operation, selection, request);
        }
        document.putObject("links").put("self", Paging.url(request, null));
        return document;
    }

    /** Writes a page of resources. */
    ObjectNode many(Paging paging, OperationShape operation, Selection selection, HttpUrl request) {
        ResourceShape shape = world.catalog().resource(operation.answer().schema());
        ObjectNode document = JSON.objectNode();
        ArrayNode data = document.putArray("data");
        for (StoredResource resource : paging.page()) {
            data.add(resources.write(resource, shape, selection, selection.includes(), request));
        }
        include(document, paging.page(), operation, selection, request);
        paging.writeLinks(document);
        boolean isLaterOfBuilds = shape.type().equals("builds") && !paging.isFirst();
        paging.writeMeta(document, !(isLaterOfBuilds && world.has(Deviation.LATER_BUILD_PAGES_HAVE_NO_TOTAL)));
        return document;
    }

    /** Writes the identifier in a to-one relationship. */
    ObjectNode identifier(@Nullable StoredResource resource, HttpUrl request) {
        ObjectNode document = JSON.objectNode();
        if (resource == null) {
            document.putNull("data");
        } else {
            document.set("data", ResourceWriter.identifier(resource));
        }
        document.putObject("links").put("self", Paging.url(request, null));
        return document;
    }

    /** Writes a page of the identifiers in a to-many relationship. */
    ObjectNode identifiers(Paging paging) {
        ObjectNode document = JSON.objectNode();
        ArrayNode data = document.putArray("data");
        paging.page().stream().map(ResourceWriter::identifier).forEach(data::add);
        paging.writeLinks(document);
        paging.writeMeta(document, true);
        return document;
    }

    private void include(
            ObjectNode document,
            List<StoredResource> primary,
            OperationShape operation,
            Selection selection,
            HttpUrl request) {
        if (selection.includes().isEmpty()) {
            return;
        }
        ResourceShape shape = world.catalog().resource(operation.answer().schema());
        Map<StoredResource, ResourceShape> included = new LinkedHashMap<>();
        for (StoredResource resource : primary) {
            for (String name : selection.includes()) {
                RelationshipShape relationship = shape.relationships().get(name);
                if (relationship != null && relationship.target() != null) {
                    ResourceShape target = version(operation, relationship.target());
                    resource.related(name).stream()
                            .limit(relationship.toMany() ? resources.limit(resource.type(), name, selection) : 1)
                            .forEach(each -> included.putIfAbsent(each, target));
                }
            }
        }
        primary.forEach(included::remove);
        ArrayNode array = document.putArray("included");
        included.forEach((each, target) -> array.add(resources.write(each, target, selection, Set.of(), request)));
    }

    private ResourceShape version(OperationShape operation, String schema) {
        ResourceShape shape = world.catalog().resource(schema);
        String other = operation.query().versions().get(shape.type());
        return other == null || world.has(Deviation.INCLUDED_VERSION)
                ? shape
                : world.catalog().resource(other);
    }
}
