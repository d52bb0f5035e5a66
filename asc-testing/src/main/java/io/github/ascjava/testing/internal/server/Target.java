package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant: those with a method and a path, or all.
 *
 * @param method null for any
 * @param path segments, of which those in braces stand for any; null for any path
 */
public record Target(@Nullable String method, @Nullable List<String> path) {

    /** All requests. */
    public static final Target ANY = new Target(null, null);

    /**
     * Means the requests of an operation.
     *
     * @param path as in Apple's document, such as {@code /v1/apps/{id}/builds}; an id may stand for itself
     */
    public static Target of(String method, String path) {
        if (!path.startsWith("/") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "A path begins with a slash and has no query, such as /v1/apps/{id}, but was '" + path + "'.");
        }
        return new Target(method, List.of(path.substring(1).split("/", -1)));
    }

    boolean matches(ApiRequest request) {
        return (method == null || method.equals(request.method()))
                && (path == null || matches(path, request.url().pathSegments()));
    }

    private static boolean matches(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (!segment.matches("\\{.*}") && !segment.equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
