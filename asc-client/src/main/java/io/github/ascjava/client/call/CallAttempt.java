package io.github.ascjava.client.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to carry out a call, about to be sent.
 *
 * <p>It holds nothing that does not belong in a log or a label: no ids, no parameters, no headers.
 *
 * @param name the Java name of the operation, such as {@code UsersApi.get}, or null if the request comes from no
 *     interface method
 * @param method the HTTP method
 * @param pathTemplate the path with names in place of ids, such as {@code /v1/users/{id}}, without a query
 * @param number 1 for the first attempt of the call
 * @param startedAt when the attempt began
 */
public record CallAttempt(@Nullable String name, String method, String pathTemplate, int number, Instant startedAt) {

    /** Returns method and path template, such as {@code GET /v1/users/{id}}. */
    public String operation() {
        return method + " " + pathTemplate;
    }
}
