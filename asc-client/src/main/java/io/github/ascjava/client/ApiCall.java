package io.github.ascjava.client;

import java.time.Duration;
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
     * Returns the same call with another timeout.
     *
     * @param timeout how long the call may take in all from when it is executed, attempts and waits together, those for
     *     the {@link RequestLimiter} and for its turn in the HTTP client's dispatcher included; more than zero. A
     *     streamed body is not counted, once it has begun
     */
    ApiCall<T> withTimeout(Duration timeout);

    /** Returns the same call with another policy for failures that may pass. */
    ApiCall<T> withRetry(RetryPolicy policy);

    /**
     * Sends the request and waits for the answer.
     *
     * <p>If the thread is interrupted meanwhile, the call is cancelled and fails with a {@link
     * io.github.ascjava.client.error.ConnectionException}, and the thread stays interrupted.
     *
     * @return what the answer said; null only for {@link Void}
     * @throws io.github.ascjava.client.error.ApiException if Apple answers with an error
     * @throws io.github.ascjava.client.error.ConnectionException if no complete answer comes
     * @throws io.github.ascjava.client.error.InvalidResponseException if the answer is not what was promised
     * @throws io.github.ascjava.client.error.BudgetException if the {@link RequestLimiter} does not let the request go in
     *     time
     * @throws io.github.ascjava.client.error.KeyException if the key cannot or may not be used for the call
     */
    default T execute() {
        return response().value();
    }

    /** Like {@link #execute()}, with status, headers and rate limit of the answer. */
    AscResponse<T> response();

    /**
     * Sends the request and returns at once; no thread is held while it waits for another attempt.
     *
     * <p>How many asynchronous calls are sent at a time is up to the dispatcher of the HTTP client; the others wait for their
     * turn.
     *
     * @return completes with what {@link #execute()} would return or throw; ending it early, by cancelling it or with
     *     {@link CompletableFuture#orTimeout orTimeout}, cancels what is under way
     */
    CompletableFuture<T> executeAsync();

    /** Like {@link #executeAsync()}, with status, headers and rate limit of the answer. */
    CompletableFuture<AscResponse<T>> responseAsync();
}
