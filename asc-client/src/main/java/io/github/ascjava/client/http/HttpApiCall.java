package io.github.ascjava.client.http;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.AscResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Converter;

/** A call with one answer. */
final class HttpApiCall<T> implements ApiCall<T> {

    private final Exchange exchange;
    private final Request request;
    private final Converter<ResponseBody, T> converter;

    HttpApiCall(Exchange exchange, Request request, Converter<ResponseBody, T> converter) {
        this.exchange = exchange;
        this.request = Requests.prepared(request);
        this.converter = converter;
    }

    @Override
    public AscResponse<T> response() {
        return exchange.run(request, converter);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return exchange.start(request, converter, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<T>> responseAsync() {
        return exchange.start(request, converter, Function.identity());
    }

    /** Names the operation; the URL may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "ApiCall[" + Operation.of(request) + "]";
    }
}
