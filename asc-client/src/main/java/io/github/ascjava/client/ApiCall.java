package io.github.ascjava.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been described and not yet sent.
 *
 * <p>Nothing happens before one of these methods is called, and each of them sends the request anew. Immutable and
 * thread-safe. Implemented by this library; a test of your own code better runs against a server.
 *
 * @param <T> what the call answers with; {@link Void} if it answers without a body
 */
public interface ApiCall<T extends @Nullable Object> {

    /**
     * Sends the request and waits for the answer.
     *
     * @return what the answer said; null only for {@link Void}
     * @throws io.github.ascjava.client.error.ApiException if Apple answers with an error
     * @throws io.github.ascjava.client.error.ConnectionException if no complete answer comes
     * @throws io.github.ascjava.client.error.InvalidResponseException if the answer is not what was promised
     * @throws io.github.ascjava.client.error.KeyException if the key cannot or may not be used for the call
     */
    default T execute() {
        return response().value();
    }

    /** Like {@link #execute()}, with status, headers and rate limit of the answer. */
    AscResponse<T> response();

    /**
     * Sends the request and returns at once.
     *
     * @return completes with what {@link #execute()} would return or throw; cancelling it cancels the HTTP call
     */
    CompletableFuture<T> executeAsync();

    /** Like {@link #executeAsync()}, with status, headers and rate limit of the answer. */
    CompletableFuture<AscResponse<T>> responseAsync();
}
