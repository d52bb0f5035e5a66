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
 * @param answers what it answers if all goes well, by content type; at least one
 * @param body what it takes, or null if it takes no body
 * @param query what its query may hold
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

    /** What an answer holds. */
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
     * What the operation answers.
     *
     * @param status the HTTP status
     * @param content what the body holds
     * @param contentType its type; empty if there is no body
     * @param schema the schema of the resources or the JSON:API type of the identifiers; empty if it holds none
     * @param shape that of a metric, or of the whole of JSON that is no document
     */
    public record Answer(
            int status,
            Content content,
            String contentType,
            String schema,
            @Nullable Shape shape) {}

    /**
     * What the operation takes.
     *
     * @param content ONE resource, one ID or IDS
     * @param name the name of the {@link BodyShape}, or the JSON:API type of the identifiers
     */
    public record Sent(Content content, String name) {}

    /**
     * What the query may hold; names without brackets.
     *
     * @param fields names that {@code fields} may have, by JSON:API type; none if it may have any
     * @param includes relationships that can be included
     * @param sorts ways to sort, with a minus for descending
     * @param limit the most resources of a page, or null if there are no pages
     * @param limits the most included resources, by relationship
     * @param parameters all others, by their whole names, such as {@code filter[app]}
     * @param versions schemas of included resources, by JSON:API type, where relationships say otherwise
     */
    public record Query(
            Map<String, Set<String>> fields,
            Set<String> includes,
            Set<String> sorts,
            @Nullable Integer limit,
            Map<String, Integer> limits,
            Map<String, Shape.Member> parameters,
            Map<String, String> versions) {}

    /** Tells whether this is the operation that the document has under a method and a path. */
    public boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    /** Returns the JSON answer, or the only one there is. */
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
