package io.github.ascjava.testing.internal.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document.
 *
 * @param method GET, POST, PATCH or DELETE
 * @param path the path as in the document, such as {@code /v1/apps/{id}/builds}
 * @param action what it does
 * @param type the JSON:API type that the path begins with, such as {@code apps}
 * @param relationship the relationship that the path names, such as {@code builds}, or null
 * @param answers the responses of success, by content type; at least one
 * @param body the request body, or null if it takes no body
 * @param query the query parameters that it takes
 */
public record OperationShape(
        String method,
        String path,
        Action action,
        String type,
        @Nullable String relationship,
        List<Answer> answers,
        @Nullable Sent body,
        Query query) {

    /** The content of a response. */
    public enum Content {
        NOTHING,
        ONE,
        MANY,
        ID,
        IDS,
        METRICS,
        OTHER
    }

    /**
     * A response of success.
     *
     * @param status the HTTP status
     * @param content the kind of content in the body
     * @param contentType its media type; empty if there is no body
     * @param schema the schema of the resources or the JSON:API type of the identifiers; empty if it contains neither
     * @param shape the shape of a metric, or of JSON that is not a JSON:API document
     */
    public record Answer(
            int status,
            Content content,
            String contentType,
            String schema,
            @Nullable Shape shape) {}

    /**
     * A request body.
     *
     * @param content ONE resource, one ID or IDS
     * @param name the name of the {@link BodyShape}, or the JSON:API type of the identifiers
     */
    public record Sent(Content content, String name) {}

    /**
     * The query parameters of an operation; names without brackets.
     *
     * @param fields the values that {@code fields} may have, by JSON:API type; an empty set allows any value
     * @param includes relationships that can be included
     * @param sorts sort keys, with a minus for descending
     * @param limit the maximum page size, or null if there are no pages
     * @param limits the maximum numbers of included resources, by relationship
     * @param parameters all others, by their full names, such as {@code filter[app]}
     * @param versions schemas of included resources, by JSON:API type, where they differ from those of the
     *     relationships
     */
    public record Query(
            Map<String, Set<String>> fields,
            Set<String> includes,
            Set<String> sorts,
            @Nullable Integer limit,
            Map<String, Integer> limits,
            Map<String, Shape.Member> parameters,
            Map<String, String> versions) {}

    /** Returns whether the document has this operation under a method and a path. */
    public boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    /** Returns the JSON response, or the only response. */
    public Answer answer() {
        return answers.stream()
                .filter(answer -> answer.contentType().equals("application/json"))
                .findFirst()
                .orElse(answers.get(0));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
