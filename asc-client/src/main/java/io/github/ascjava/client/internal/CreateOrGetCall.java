package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.error.AscException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A call that creates a resource, or returns the existing one. */
final class CreateOrGetCall<T> implements ApiCall<T> {

    static final ResponseReader<JsonNode> TREES = JsonTrees::read;

    private final CallExecutor executor;
    private final Request request;
    private final ResponseReader<T> reader;
    private final CallOptions options;
    private final SearchSubject subject;

    CreateOrGetCall(
            CallExecutor executor,
            Request request,
            ResponseReader<T> reader,
            CallOptions options,
            SearchSubject subject) {
        this.executor = executor;
        this.request = request;
        this.reader = reader;
        this.options = options;
        this.subject = subject;
    }

    @Override
    public ApiCall<T> withOptions(UnaryOperator<CallOptions> change) {
        return new CreateOrGetCall<>(executor, request, reader, change.apply(options), subject);
    }

    @Override
    public ApiCall<T> orExisting() {
        return this;
    }

    @Override
    public AscResponse<T> executeWithResponse() {
        long start = executor.context().time().nanos();
        try {
            return executor.execute(request, options, reader);
        } catch (AscException failure) {
            ExistingSearch<T> search = search(failure, start);
            if (search == null) {
                throw failure;
            }
            return execute(search);
        }
    }

    private AscResponse<T> execute(ExistingSearch<T> search) {
        SearchStep<T> step = search.read();
        while (true) {
            if (step instanceof SearchStep.Return<T> found) {
                return found.response();
            } else if (step instanceof SearchStep.Fail<T> end) {
                throw end.failure();
            } else if (step instanceof SearchStep.Wait<T> wait) {
                Futures.await(executor.context().sleeper().sleep(wait.time()), interrupt -> search.interrupted());
                step = search.read();
            } else {
                step = read(search, (SearchStep.Read<T>) step);
            }
        }
    }

    private SearchStep<T> read(ExistingSearch<T> search, SearchStep.Read<T> next) {
        AscResponse<JsonNode> response;
        try {
            response = executor.execute(next.request(), next.options(), TREES);
        } catch (AscException e) {
            return search.unreadable(e);
        }
        return search.found(response);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return executeAsync(AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<T>> executeWithResponseAsync() {
        return executeAsync(Function.identity());
    }

    private <R extends @Nullable Object> CompletableFuture<R> executeAsync(Function<AscResponse<T>, R> mapping) {
        long start = executor.context().time().nanos();
        AsyncCreateOrGet<T, R> future = new AsyncCreateOrGet<>(executor, mapping, failure -> search(failure, start));
        future.start(executor.executeAsync(request, options, reader, Function.identity()));
        return future;
    }

    private @Nullable ExistingSearch<T> search(AscException failure, long start) {
        return ExistingSearch.after(failure, executor.context(), request, subject, reader, options, start);
    }

    /** Names the operation only, because the URL may not belong in a log. */
    @Override
    public String toString() {
        return "ApiCall[" + Operation.of(request) + " or existing]";
    }
}
