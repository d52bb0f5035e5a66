package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call that is described and not yet sent.
 *
 * <pre>{@code
 * App app = asc.apps().get(id).withTimeout(Duration.ofSeconds(10)).execute();
 * asc.apps().get(id).executeAsync().thenAccept(loaded -> System.out.println(loaded.name()));
 * }</pre>
 *
 * <p>Nothing is sent before one of the {@code execute} methods is called, and each call of them sends a new request.
 * Immutable and thread-safe. Implemented by this library only; test code that uses it against a server, such as the
 * sandbox of {@code asc-testing}.
 *
 * @param <T> the type of the response; {@link Void} if it has no body
 * @since 0.1.0
 */
public interface ApiCall<T extends @Nullable Object> {

    /**
     * Returns the same call with other options.
     *
     * @param change returns the options of the new call, given those of this one
     */
    ApiCall<T> withOptions(UnaryOperator<CallOptions> change);

    /**
     * Returns the same call with another timeout.
     *
     * @param timeout the time limit of the whole call, including all attempts, the waits between them, waits for the
     *     {@link RateLimiter} and in the queue of the HTTP client's dispatcher; more than zero. Reading a streamed body
     *     does not count
     */
    default ApiCall<T> withTimeout(Duration timeout) {
        return withOptions(options -> options.withTimeout(timeout));
    }

    /** Returns the same call with another policy for transient failures. */
    default ApiCall<T> withRetryPolicy(RetryPolicy policy) {
        return withOptions(options -> options.withRetryPolicy(policy));
    }

    /**
     * Returns the same call, but creating a resource that exists already returns the existing one.
     *
     * <p>Apple has no idempotency keys. If it responds that the resource exists, or if the outcome of the request is
     * unknown, because the connection broke or the status is 5xx, this call reads what exists: with the same natural key,
     * such as app, platform and version number. It returns what it finds if every attribute and relationship that was
     * sent has the same value there; the {@linkplain AscResponse#status() status} is then 200 instead of 201. If a value
     * differs, or nothing is found in a few readings, the original exception is thrown, with advice; {@link
     * io.github.ascjava.client.error.AscException#existing()} has the ID of what differs. All other errors remain.
     *
     * <p>All requests share the timeout of the call. The readings are retried like all reads, and listeners see each
     * request as a call of its own.
     *
     * @throws IllegalArgumentException if the call does not create a resource with a known natural key, or its body lacks
     *     a part of the key
     */
    ApiCall<T> orExisting();

    /**
     * Sends the request and waits for the response.
     *
     * <p>If the thread is interrupted meanwhile, the call is canceled and fails with a {@link
     * io.github.ascjava.client.error.ConnectionException}, and the thread stays interrupted.
     *
     * @return the value of the response; null only for {@link Void}
     * @throws io.github.ascjava.client.error.ApiException if Apple responds with an error
     * @throws io.github.ascjava.client.error.ConnectionException if no complete response arrives
     * @throws io.github.ascjava.client.error.InvalidResponseException if the response body is not the expected document
     * @throws io.github.ascjava.client.error.RateLimiterException if the {@link RateLimiter} grants no permit in time
     * @throws io.github.ascjava.client.error.ApiKeyUsageException if the key cannot sign a token or is not allowed to
     *     make the call
     */
    default T execute() {
        return executeWithResponse().value();
    }

    /** Like {@link #execute()}, but returns status, headers and rate limit as well. */
    AscResponse<T> executeWithResponse();

    /**
     * Sends the request asynchronously; no thread is blocked while it waits for another attempt.
     *
     * <p>The dispatcher of the HTTP client limits how many asynchronous calls are sent at a time; the others are queued.
     * Its threads are daemon threads unless the HTTP client was passed in: a program that does not wait for the future ends
     * without its result.
     *
     * @return completes with what {@link #execute()} would return or throw; completing it early, by canceling it or
     *     with {@link CompletableFuture#orTimeout orTimeout}, cancels the call
     */
    CompletableFuture<T> executeAsync();

    /** Like {@link #executeAsync()}, but returns status, headers and rate limit as well. */
    CompletableFuture<AscResponse<T>> executeWithResponseAsync();
}
