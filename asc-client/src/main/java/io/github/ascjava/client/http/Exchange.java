package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.error.AscException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Carries calls out: sends requests, waits between attempts, and returns or throws what comes of it. Thread-safe. */
final class Exchange {

    private final Call.Factory callFactory;
    private final ErrorReader errors;
    private final CallSettings settings;

    Exchange(Call.Factory callFactory, ErrorReader errors, CallSettings settings) {
        this.callFactory = callFactory;
        this.errors = errors;
        this.settings = settings;
    }

    CallSettings settings() {
        return settings;
    }

    ErrorReader errors() {
        return errors;
    }

    Call newCall(Request request) {
        return callFactory.newCall(request);
    }

    /** Returns where asynchronous calls wait for their turn, or null if nobody knows. */
    @Nullable
    Dispatcher dispatcher() {
        return callFactory instanceof OkHttpClient client ? client.dispatcher() : null;
    }

    <T> AscResponse<T> run(Request request, CallOptions options, Reading<T> reading) {
        CallRun<T> run = new CallRun<>(this, request, options, reading);
        while (true) {
            AscException obstacle = run.obstacle(Waiting.await(run.permit(), run::interrupted));
            if (obstacle != null) {
                throw obstacle;
            }
            Step<T> step = attempt(run);
            if (step instanceof Step.Done<T> done) {
                return done.response();
            } else if (step instanceof Step.Failure<T> failure) {
                throw failure.exception();
            }
            Waiting.await(settings.sleeper().sleep(((Step.Again<T>) step).delay()), run::interrupted);
        }
    }

    /** As {@link #run}; the future completes with the mapped response, and cancelling it cancels what is under way. */
    <T, R extends @Nullable Object> CompletableFuture<R> start(
            Request request, CallOptions options, Reading<T> reading, Function<AscResponse<T>, R> mapping) {
        AsyncRun<T, R> future =
                new AsyncRun<>(new CallRun<>(this, request, options, reading), settings.sleeper(), mapping);
        future.start(options.timeout());
        return future;
    }

    private static <T> Step<T> attempt(CallRun<T> run) {
        Call call = run.begin();
        InterruptWatch watch = InterruptWatch.over(call);
        try {
            Response response;
            try {
                response = call.execute();
            } catch (IOException e) {
                return run.failed(call, e);
            } catch (Exception | Error e) {
                if (e instanceof InterruptedException interrupt) {
                    // Kotlin declares no exceptions, and OkHttp lets this one out of its wait for a connection.
                    return run.failed(call, Waiting.interrupt(interrupt));
                }
                run.crashed(e);
                throw e;
            }
            return run.answered(call, response);
        } finally {
            watch.close();
        }
    }
}
