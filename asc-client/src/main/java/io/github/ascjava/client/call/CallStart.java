package io.github.ascjava.client.call;

import org.jspecify.annotations.Nullable;

/**
 * A call that begins.
 *
 * <p>Everything in it is safe for logs and metric labels: no IDs, no parameters, no headers.
 *
 * @param name the Java name of the operation, such as {@code UsersApi.get}, or null if the request does not come from
 *     an interface method
 * @param method the HTTP method
 * @param pathTemplate the path with names in place of IDs, such as {@code /v1/users/{id}}, without a query
 * @since 0.1.0
 */
public record CallStart(@Nullable String name, String method, String pathTemplate) {

    /** Returns method and path template, such as {@code GET /v1/users/{id}}. */
    public String operation() {
        return method + " " + pathTemplate;
    }
}
