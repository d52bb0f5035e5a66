package io.github.ascjava.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON:API documents for the responses of tests.
 *
 * @since 0.1.0
 */
public final class Documents {

    private static final int LIMIT = 50;

    private Documents() {}

    /** Writes a document with one resource. */
    public static String one(ResourceObject data, ResourceObject... included) {
        return document(data.toJson(), included).toString();
    }

    /** Writes the document of an empty to-one relationship: {@code "data": null}. */
    public static String none() {
        return document(JsonNodeFactory.instance.nullNode()).toString();
    }

    /** Writes a document with a complete list of resources. */
    public static String list(List<ResourceObject> data, ResourceObject... included) {
        return page(data, null, included);
    }

    /**
     * Writes one page of a list.
     *
     * @param next the URL of the next page, or null on the last one
     */
    public static String page(List<ResourceObject> data, @Nullable String next, ResourceObject... included) {
        ObjectNode document = document(array(data), included);
        if (next != null) {
            document.withObjectProperty("links").put("next", next);
        }
        document.putObject("meta").putObject("paging").put("limit", LIMIT);
        return document.toString();
    }

    private static ObjectNode document(JsonNode data, ResourceObject... included) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("data", data);
        if (included.length > 0) {
            document.set("included", array(Arrays.asList(included)));
        }
        document.putObject("links").put("self", "/");
        return document;
    }

    private static ArrayNode array(List<ResourceObject> resources) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        resources.forEach(resource -> array.add(resource.toJson()));
        return array;
    }
}
