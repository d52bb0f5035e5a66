package io.github.ascjava.client.http;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Request;

/** A call with one answer. */
final class HttpApiCall<T> implements ApiCall<T> {

    private final Exchange exchange;
    private final Request request;
    private final Reading<T> reading;
    private final CallOptions options;

    HttpApiCall(Exchange exchange, Request request, Reading<T> reading, CallOptions options) {
        this.exchange = exchange;
        this.request = request;
        this.reading = reading;
        this.options = options;
    }

    @Override
    public ApiCall<T> withTimeout(Duration timeout) {
        return new HttpApiCall<>(exchange, request, reading, options.withTimeout(timeout));
    }

    @Override
    public ApiCall<T> withRetry(RetryPolicy policy) {
        return new HttpApiCall<>(exchange, request, reading, options.withRetry(policy));
    }

    @Override
    public AscResponse<T> response() {
        return exchange.run(request, options, reading);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return exchange.start(request, options, reading, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<T>> responseAsync() {
        return exchange.start(request, options, reading, Function.identity());
    }

    /** Names the operation; the URL may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "ApiCall[" + Operation.of(request) + "]";
    }
}
