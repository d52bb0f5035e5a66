package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of the document. */
record SpecOperation(String verb, String path, JsonNode node, Spec spec) {

    String name() {
        return verb + " " + path;
    }

    String action() {
        String id = node.path("operationId").asText();
        return id.substring(id.lastIndexOf('_') + 1);
    }

    boolean answersToOne() {
        return List.of("getToOneRelated", "getToOneRelationship").contains(action());
    }

    /** By name, in the order of the document. */
    Map<String, JsonNode> queryParameters() {
        Map<String, JsonNode> query = new LinkedHashMap<>();
        node.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.put(parameter.path("name").asText(), parameter);
            }
        });
        return query;
    }

    JsonNode queryParameter(String name) {
        return queryParameters().getOrDefault(name, MissingNode.getInstance());
    }

    /** The name of the request's schema, or null if it has no body. */
    @Nullable
    String request() {
        return Spec.ref(node.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** The schemas of success responses, by content type; a missing node without a body. */
    JsonNode content() {
        for (String status : List.of("200", "201")) {
            JsonNode content = node.path("responses").path(status).path("content");
            if (!content.isMissingNode()) {
                return content;
            }
        }
        return MissingNode.getInstance();
    }

    int successStatus() {
        return node.path("responses").properties().stream()
                .mapToInt(response -> Integer.parseInt(response.getKey()))
                .filter(status -> status < 300)
                .findFirst()
                .orElseThrow();
    }

    /** The name of the response schema of one content type, or null if there is none. */
    @Nullable
    String response(String contentType) {
        return Spec.ref(content().path(contentType).path("schema"));
    }

    @Override
    public String toString() {
        return name();
    }
}
