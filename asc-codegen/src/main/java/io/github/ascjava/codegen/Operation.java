package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document.
 *
 * @param tag the first tag, which becomes the interface; a second one only marks operations on metrics
 * @param verb GET, POST, PATCH or DELETE
 * @param path the path as in the document, such as {@code /v1/users/{id}/visibleApps}
 * @param version the number in the path's first segment
 * @param relationship the middle part of an {@code operationId} such as {@code users_visibleApps_getToManyRelated}, or
 *     null
 * @param action the last part of it
 * @param node the operation in the document
 */
record Operation(
        String tag,
        String verb,
        String path,
        int version,
        @Nullable String relationship,
        Action action,
        JsonNode node) {

    private static final Pattern VERSION = Pattern.compile("/v(\\d+)/.+");

    /** The kinds of operations, in their order within an interface. */
    enum Action {
        GET_COLLECTION,
        GET_INSTANCE,
        CREATE_INSTANCE,
        UPDATE_INSTANCE,
        DELETE_INSTANCE,
        GET_TO_MANY_RELATED,
        GET_TO_MANY_RELATIONSHIP,
        CREATE_TO_MANY_RELATIONSHIP,
        REPLACE_TO_MANY_RELATIONSHIP,
        DELETE_TO_MANY_RELATIONSHIP,
        GET_TO_ONE_RELATED,
        GET_TO_ONE_RELATIONSHIP,
        UPDATE_TO_ONE_RELATIONSHIP,
        GET_METRICS
    }

    static Operation of(String path, String verb, JsonNode node) {
        String id = node.path("operationId").asText();
        String place = verb.toUpperCase(Locale.ROOT) + " " + path;
        String[] parts = id.split("_", -1);
        Matcher version = VERSION.matcher(path);
        boolean form = (parts.length == 2 || parts.length == 3)
                && version.matches()
                && node.at("/tags/0").isTextual();
        require(form, place, "path, operationId '" + id + "' or tags have an unknown format.");
        Action action;
        try {
            action = Action.valueOf(Names.constant(parts[parts.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new UnknownShapeException(place, "the action of operationId '" + id + "' is unsupported.");
        }
        require(
                !path.replaceFirst("\\{id}", "").contains("{"),
                place,
                "path parameters other than {id} are unsupported.");
        for (JsonNode parameter : node.path("parameters")) {
            String name =
                    parameter.path(parameter.has("$ref") ? "$ref" : "name").asText();
            boolean known =
                    List.of("path", "query").contains(parameter.path("in").asText());
            require(known, place, "the parameter " + name + " is neither in the path nor in the query.");
            require(parameter.path("schema").isObject(), place, "the parameter " + name + " has no schema.");
        }
        return new Operation(
                node.path("tags").get(0).asText(),
                verb.toUpperCase(Locale.ROOT),
                path,
                Integer.parseInt(version.group(1)),
                parts.length == 3 ? parts[1] : null,
                action,
                node);
    }

    String place() {
        return verb + " " + path;
    }

    boolean hasId() {
        return path.contains("{id}");
    }

    boolean isDeprecated() {
        return node.path("deprecated").asBoolean();
    }

    List<JsonNode> queryParameters() {
        return node.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .toList();
    }

    /** The content types and schemas of the success response; a missing node if it has no body. */
    JsonNode answer() {
        JsonNode answer = MissingNode.getInstance();
        for (int status : statuses()) {
            JsonNode response = node.path("responses").path(String.valueOf(status));
            JsonNode content = response.path("content");
            require(!response.has("$ref"), place(), "a response that is a reference is unsupported.");
            boolean one = answer.isMissingNode() || content.isMissingNode() || content.equals(answer);
            require(one, place(), "two statuses with different response bodies are unsupported.");
            answer = answer.isMissingNode() ? content : answer;
        }
        boolean hasBody = statuses().contains(200) || statuses().contains(201);
        boolean empty = statuses().contains(202) || statuses().contains(204);
        require(
                answer.isMissingNode() ? empty : hasBody,
                place(),
                "none of the statuses 200, 201, 202 and 204 is documented.");
        return answer;
    }

    /** The success statuses. */
    List<Integer> statuses() {
        return node.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .map(this::status)
                .sorted()
                .toList();
    }

    private int status(String text) {
        require(text.matches("\\d+"), place(), "the status " + text + " is unsupported.");
        return Integer.parseInt(text);
    }

    /** The schema of the request body, or a missing node if there is none. */
    JsonNode body() {
        JsonNode body = node.path("requestBody");
        JsonNode content = body.path("content");
        boolean json = body.isMissingNode() || (content.size() == 1 && content.has("application/json"));
        require(json, place(), "a request body other than application/json is unsupported.");
        return content.path("application/json").path("schema");
    }

    /** The page of Apple's documentation. */
    String documentation() {
        String slug = (verb + path)
                .toLowerCase(Locale.ROOT)
                .replace('/', '-')
                .replace('{', '_')
                .replace('}', '_');
        return "https://developer.apple.com/documentation/appstoreconnectapi/" + slug;
    }
}
