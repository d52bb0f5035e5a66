package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
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
     * Returns the same call with other options.
     *
     * @param change returns the options of the new call for those of this one
     */
    ApiCall<T> withOptions(UnaryOperator<CallOptions> change);

    /**
     * Returns the same call with another timeout.
     *
     * @param timeout how long the call may take in all from when it is executed, attempts and waits together, those for
     *     the {@link RateLimiter} and for its turn in the HTTP client's dispatcher included; more than zero. A
     *     streamed body is not counted, once it has begun
     */
    default ApiCall<T> withTimeout(Duration timeout) {
        return withOptions(options -> options.withTimeout(timeout));
    }

    /** Returns the same call with another policy for transient failures. */
    default ApiCall<T> withRetryPolicy(RetryPolicy policy) {
        return withOptions(options -> options.withRetryPolicy(policy));
    }

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
     * @throws io.github.ascjava.client.error.RateLimiterException if the {@link RateLimiter} does not let the request go in
     *     time
     * @throws io.github.ascjava.client.error.ApiKeyUsageException if the key cannot or may not be used for the call
     */
    default T execute() {
        return executeWithResponse().value();
    }

    /** Like {@link #execute()}, with status, headers and rate limit of the answer. */
    AscResponse<T> executeWithResponse();

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
    CompletableFuture<AscResponse<T>> executeWithResponseAsync();
}
