package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.error.AscException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Executes calls: sends requests, waits between attempts, and returns or throws the result. Thread-safe. */
final class CallExecutor {

    private final CallContext context;
    private final InterruptWatch interrupts = new InterruptWatch();

    CallExecutor(CallContext context) {
        this.context = context;
    }

    /** Returns where the links of responses may lead. */
    LinkScope links() {
        return context.links();
    }

    CallOptions defaultOptions() {
        return context.options();
    }

    CallContext context() {
        return context;
    }

    int maxPages() {
        return context.maxPages();
    }

    <T> AscResponse<T> execute(Request request, CallOptions options, ResponseReader<T> reader) {
        CallExecution<T> execution = new CallExecution<>(context, request, options, reader);
        try {
            AscResponse<T> response = execute(execution);
            execution.ended(null);
            return response;
        } catch (Throwable e) {
            execution.ended(e);
            throw e;
        }
    }

    private <T> AscResponse<T> execute(CallExecution<T> execution) {
        while (true) {
            AscException obstacle = execution.obstacle(Futures.await(execution.permit(), execution::interrupted));
            if (obstacle != null) {
                throw obstacle;
            }
            RetryDecision<T> decision = attempt(execution);
            if (decision instanceof RetryDecision.Success<T> success) {
                return success.response();
            } else if (decision instanceof RetryDecision.Fail<T> fail) {
                throw fail.exception();
            }
            Futures.await(context.sleeper().sleep(((RetryDecision.Retry<T>) decision).delay()), execution::interrupted);
        }
    }

    /** As {@link #execute}; the future completes with the mapped response, and canceling it cancels what is under way. */
    <T, R extends @Nullable Object> CompletableFuture<R> executeAsync(
            Request request, CallOptions options, ResponseReader<T> reader, Function<AscResponse<T>, R> mapping) {
        AsyncCallExecution<T, R> future = new AsyncCallExecution<>(
                new CallExecution<>(context, request, options, reader), context.sleeper(), mapping);
        future.start(options.timeout());
        return future;
    }

    private <T> RetryDecision<T> attempt(CallExecution<T> execution) {
        Call call = execution.begin();
        InterruptWatch.Waiting waiting = interrupts.over(call);
        try {
            Response response;
            try {
                response = call.execute();
            } catch (IOException e) {
                return execution.failed(call, e);
            } catch (Exception | Error e) {
                if (e instanceof InterruptedException interrupt) {
                    // Kotlin has no checked exceptions, and OkHttp throws this one while it waits for a connection.
                    return execution.failed(call, Futures.interrupt(interrupt));
                }
                execution.crashed(e);
                throw e;
            }
            return execution.answered(call, response);
        } finally {
            waiting.close();
        }
    }
}
