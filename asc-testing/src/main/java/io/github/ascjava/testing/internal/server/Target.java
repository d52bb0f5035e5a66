package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects requests by method and path.
 *
 * @param method null for any method
 * @param path segments, of which those in braces match any text; null for any path
 */
public record Target(@Nullable String method, @Nullable List<String> path) {

    /** All requests. */
    public static final Target ANY = new Target(null, null);

    /**
     * Selects the requests of an operation.
     *
     * @param path as in Apple's document, such as {@code /v1/apps/{id}/builds}; it may contain an actual ID
     */
    public static Target of(String method, String path) {
        if (!path.startsWith("/") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "Expected a path such as /v1/apps/{id}, which begins with a slash and has no query, but got '"
                            + path + "'.");
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
