package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** A call with a single response. */
final class HttpApiCall<T> implements ApiCall<T> {

    private final CallExecutor executor;
    private final Request request;
    private final ResponseReader<T> reader;
    private final CallOptions options;

    HttpApiCall(CallExecutor executor, Request request, ResponseReader<T> reader, CallOptions options) {
        this.executor = executor;
        this.request = request;
        this.reader = reader;
        this.options = options;
    }

    @Override
    public ApiCall<T> withOptions(UnaryOperator<CallOptions> change) {
        return new HttpApiCall<>(executor, request, reader, change.apply(options));
    }

    @Override
    public ApiCall<T> orExisting() {
        return new CreateOrGetCall<>(executor, request, reader, options, SearchSubject.of(request));
    }

    @Override
    public AscResponse<T> executeWithResponse() {
        return executor.execute(request, options, reader);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return executor.executeAsync(request, options, reader, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<T>> executeWithResponseAsync() {
        return executor.executeAsync(request, options, reader, Function.identity());
    }

    /** Names the operation only, because the URL may not belong in a log. */
    @Override
    public String toString() {
        return "ApiCall[" + Operation.of(request) + "]";
    }
}
