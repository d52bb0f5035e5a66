package io.github.ascjava.client.internal;

import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Checks every request before it is sent. */
final class RequestValidator {

    /** Measured on the live service (docs/live-service.md#long-urls-get-500). */
    static final int LONGEST_URL = 4096;

    private RequestValidator() {}

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if the URL is too long, or a parameter in its path is blank
     */
    static Request checked(Request request) {
        int length = length(request.url());
        if (length > LONGEST_URL) {
            throw new IllegalArgumentException(
                    Operation.of(request) + ": the URL has " + length + " bytes. Apple responds"
                            + " to a URL over " + LONGEST_URL + " bytes with status 500; split the filter values over"
                            + " several calls.");
        }
        String blank = blankParameter(request);
        if (blank != null) {
            throw new IllegalArgumentException(Operation.of(request) + ": the " + blank
                    + " in the path is empty, so the request would address another resource. Pass the " + blank
                    + " of a resource.");
        }
        return request;
    }

    /** Returns the length in bytes; an encoded URL is ASCII. */
    static int length(HttpUrl url) {
        return url.toString().length();
    }

    /** Returns the name of a blank path parameter, or null; the base URL may have its own path. */
    private static @Nullable String blankParameter(Request request) {
        List<String> path = request.url().pathSegments();
        if (!hasBlank(path)) {
            return null;
        }
        List<String> template = Operation.templateSegments(request);
        for (int i = 1; i <= Math.min(path.size(), template.size()); i++) {
            String name = template.get(template.size() - i);
            if (path.get(path.size() - i).isBlank() && name.startsWith("{") && name.endsWith("}")) {
                return name.substring(1, name.length() - 1);
            }
        }
        return null;
    }

    private static boolean hasBlank(List<String> path) {
        for (String segment : path) {
            if (segment.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
