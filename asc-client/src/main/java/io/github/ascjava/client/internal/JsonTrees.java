package io.github.ascjava.client.internal;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Reads JSON as a tree, where a call has failed and its classes do not help.
 *
 * <p>Loaded with the first error, because loading takes a fifth of a second and most programs see no errors.
 */
final class JsonTrees {

    /** Two hundred resources with the longest texts are a few megabytes. */
    private static final long LARGEST_LIST = 16 * 1024 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonTrees() {}

    /** Reads a text; throws {@link IOException} if it is not JSON. */
    static JsonNode read(String json) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** Reads what is left of a source. */
    static JsonNode read(BufferedSource json) throws IOException {
        JsonNode tree = MAPPER.readTree(json.inputStream());
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** Reads a response, up to a limit. */
    static JsonNode read(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(LARGEST_LIST + 1)) {
            throw new StreamConstraintsException("the body has more than " + LARGEST_LIST + " bytes");
        }
        return read(source);
    }

    /** Returns a document with one resource. */
    static JsonNode document(JsonNode resource) {
        return MAPPER.createObjectNode().set("data", resource);
    }

    static byte[] bytes(JsonNode tree) throws IOException {
        return MAPPER.writeValueAsBytes(tree);
    }
}
