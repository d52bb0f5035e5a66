package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Request;

/**
 * The resource that a search looks for.
 *
 * @param sent the resource in the body of the request
 * @param key the natural key of its type
 */
record SearchSubject(SentResource sent, NaturalKey key) {

    /** Returns in what an existing resource with this key differs from what was sent; empty if it is the same. */
    List<String> differences(JsonNode existing) {
        return sent.differences(existing, key);
    }

    /**
     * Returns what to look for after a request.
     *
     * @throws IllegalArgumentException if the request does not create a resource with a known natural key
     */
    static SearchSubject of(Request request) {
        List<NaturalKey> keys = request.method().equals("POST") ? NaturalKeys.of(request.url()) : List.of();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(Operation.of(request)
                    + ": orExisting() needs a call that creates a resource with a known natural key, one of "
                    + NaturalKeys.collections() + ". Read the existing resources before this call instead.");
        }
        SentResource sent;
        try {
            sent = SentResource.of(request);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    Operation.of(request) + ": orExisting() cannot read the request: " + e.getMessage() + ".", e);
        }
        for (NaturalKey key : keys) {
            if (key.isOf(sent)) {
                return new SearchSubject(sent, key);
            }
        }
        throw new IllegalArgumentException(Operation.of(request) + ": orExisting() needs "
                + keys.stream().map(NaturalKey::required).collect(Collectors.joining(", or "))
                + " in the body, by which existing resources are found.");
    }
}
