package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses with an error status.
 *
 * <p>They come from Apple's service, from older layers of it, and from gateways
 * (docs/live-service.md#error-bodies-may-not-be-json), so reading assumes nothing about the body and never fails.
 * Thread-safe.
 */
final class ErrorReader {

    /** Error bodies have a few hundred bytes; a gateway's page more. */
    private static final long LARGEST_BODY = 64 * 1024;
    /** An associated error does not have associated errors of its own; a body that nests them does not overflow a stack. */
    private static final int DEEPEST = 4;

    ErrorResponse read(Response response, Instant now) {
        String body = body(response);
        ErrorResponse answer = new ErrorResponse(
                response.code(),
                errors(tree(body).path("errors"), 0),
                body,
                AscResponse.requestId(response.headers()),
                RateLimit.of(response.headers()),
                RetryAfter.of(response.headers(), now),
                null);
        return answer.advised(AuthOutcome.of(response));
    }

    /** The status is known even if the body is incomplete. */
    private static String body(Response response) {
        Buffer bytes = new Buffer();
        try {
            BufferedSource source = response.body().source();
            while (bytes.size() < LARGEST_BODY && source.read(bytes, LARGEST_BODY - bytes.size()) != -1) {
                // Each read appends what has arrived.
            }
        } catch (IOException e) {
            // What arrived before is kept.
        }
        MediaType type = response.body().contentType();
        return bytes.readString(type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String body) {
        try {
            return JsonTrees.read(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static List<ApiError> errors(JsonNode nodes, int depth) {
        List<ApiError> errors = new ArrayList<>();
        if (nodes.isArray() && depth < DEEPEST) {
            for (JsonNode node : nodes) {
                if (node.isObject()) {
                    errors.add(error(node, depth));
                }
            }
        }
        return errors;
    }

    private static ApiError error(JsonNode node, int depth) {
        JsonNode source = node.path("source");
        Map<String, List<ApiError>> associated = new LinkedHashMap<>();
        node.path("meta").path("associatedErrors").properties().forEach(entry -> {
            List<ApiError> errors = errors(entry.getValue(), depth + 1);
            if (!errors.isEmpty()) {
                associated.put(entry.getKey(), errors);
            }
        });
        return new ApiError(
                text(node.path("id")),
                text(node.path("status")),
                text(node.path("code")),
                text(node.path("title")),
                text(node.path("detail")),
                text(source.path("pointer")),
                text(source.path("parameter")),
                links(node.path("links")),
                associated);
    }

    /** A link is a string or an object with {@code href}. */
    private static Map<String, String> links(JsonNode node) {
        Map<String, String> links = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            String link = text(value.isObject() ? value.path("href") : value);
            if (link != null) {
                links.put(entry.getKey(), link);
            }
        });
        return links;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
