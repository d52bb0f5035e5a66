package io.github.ascjava.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import io.github.ascjava.auth.AuthException;
import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.KeyException;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** Sends one request and turns what comes back into a value or an exception. Thread-safe. */
final class Exchange {

    private final Call.Factory callFactory;
    private final ErrorReader errors;

    Exchange(Call.Factory callFactory, ErrorReader errors) {
        this.callFactory = callFactory;
        this.errors = errors;
    }

    <T> AscResponse<T> run(Request request, Converter<ResponseBody, T> converter) {
        try {
            return read(request, callFactory.newCall(request).execute(), converter);
        } catch (IOException e) {
            throw failure(request, e);
        }
    }

    /** As {@link #run}; the future completes with the mapped response, and cancelling it cancels the call. */
    <T, R extends @Nullable Object> CompletableFuture<R> start(
            Request request, Converter<ResponseBody, T> converter, Function<AscResponse<T>, R> mapping) {
        Call call = callFactory.newCall(request);
        CompletableFuture<R> future = new CallFuture<>(call);
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call ignored, Response response) {
                try {
                    future.complete(mapping.apply(read(request, response, converter)));
                } catch (IOException e) {
                    future.completeExceptionally(failure(request, e));
                } catch (RuntimeException | Error e) {
                    // Anything else would end in the dispatcher thread, and the future would never complete.
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call ignored, IOException e) {
                future.completeExceptionally(failure(request, e));
            }
        });
        return future;
    }

    private <T> AscResponse<T> read(Request request, Response response, Converter<ResponseBody, T> converter)
            throws IOException {
        boolean handedOver = false;
        try {
            if (!response.isSuccessful()) {
                throw ApiException.of(Operation.of(request), errors.read(response));
            }
            T value = converter.convert(response.body());
            // A streamed body is the caller's to close.
            handedOver = value instanceof ResponseBody;
            return new AscResponse<>(response.code(), response.headers(), value);
        } finally {
            if (!handedOver) {
                response.close();
            }
        }
    }

    private static AscException failure(Request request, IOException e) {
        String operation = Operation.of(request);
        if (e instanceof AuthException auth) {
            return new KeyException(operation, auth);
        }
        if (e instanceof InvalidDocumentException) {
            return new InvalidResponseException(operation, String.valueOf(e.getMessage()), e);
        }
        if (e instanceof DatabindException json) {
            return new InvalidResponseException(operation, "it does not fit: " + json.getOriginalMessage(), json);
        }
        if (e instanceof JsonProcessingException json) {
            // Without the location's source, which would quote the body.
            return new InvalidResponseException(operation, "it is no JSON: " + json.getOriginalMessage(), json);
        }
        return new ConnectionException(operation, e);
    }

    private static final class CallFuture<R> extends CompletableFuture<R> {

        private final Call call;

        CallFuture(Call call) {
            this.call = call;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            // In this order: the call's failure would otherwise get in first, as one of the connection.
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            call.cancel();
            return cancelled;
        }
    }
}
