package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.error.AscException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A call that is executed asynchronously; no thread is blocked between its attempts.
 *
 * <p>Canceling this future cancels the current request or wait.
 */
final class AsyncCallExecution<T, R extends @Nullable Object> extends CompletableFuture<R> {

    /** An attempt in flight times out by itself, with a more specific failure. */
    private static final Duration GRACE = Duration.ofMillis(200);

    private final CallExecution<T> execution;
    private final Sleeper sleeper;
    private final Function<AscResponse<T>, R> mapping;
    private volatile Runnable cancelUnderWay = AsyncCallExecution::nothing;

    AsyncCallExecution(CallExecution<T> execution, Sleeper sleeper, Function<AscResponse<T>, R> mapping) {
        this.execution = execution;
        this.sleeper = sleeper;
        this.mapping = mapping;
    }

    /** Begins, and ensures that the call ends even while it is queued behind others. */
    void start(Duration timeout) {
        CompletableFuture<Void> timer = Sleeper.SYSTEM.sleep(timeout.plus(GRACE));
        CompletableFuture<Void> unused = timer.thenRunAsync(this::giveUp);
        // However it ends early: by cancel, orTimeout, or completed by the caller.
        CompletableFuture<R> unusedToo = whenComplete((value, failure) -> {
            timer.cancel(false);
            cancelUnderWay.run();
            execution.ended(failure);
        });
        attempt();
    }

    private void attempt() {
        guarded(() -> then(execution.permit(), granted -> {
            AscException obstacle = execution.obstacle(granted);
            if (obstacle == null) {
                send();
            } else {
                fail(obstacle);
            }
        }));
    }

    private void send() {
        Call call = execution.begin();
        if (!underWay(call::cancel)) {
            return;
        }
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call ignored, Response response) {
                guarded(() -> take(execution.answered(call, response)));
            }

            @Override
            public void onFailure(Call ignored, IOException e) {
                guarded(() -> {
                    Throwable crash = ExceptionTranslator.crash(e);
                    if (crash == null) {
                        take(execution.failed(call, e));
                    } else {
                        execution.crashed(crash);
                        fail(crash);
                    }
                });
            }
        });
    }

    private void take(RetryDecision<T> step) {
        if (!(step instanceof RetryDecision.Retry)) {
            // A body that was handed over could still be canceled with its call, but now belongs to the caller.
            cancelUnderWay = AsyncCallExecution::nothing;
        }
        if (step instanceof RetryDecision.Success<T> done) {
            R value = mapping.apply(done.response());
            execution.ended(null);
            boolean tooLate = !complete(value);
            if (tooLate && done.response().value() instanceof ResponseBody body) {
                body.close();
            }
        } else if (step instanceof RetryDecision.Fail<T> failure) {
            fail(failure.exception());
        } else if (!isDone()) {
            then(sleeper.sleep(((RetryDecision.Retry<T>) step).delay()), over -> attempt());
        }
    }

    /** Continues when a wait is over. */
    private <V> void then(CompletableFuture<V> wait, Consumer<V> next) {
        if (!underWay(() -> wait.cancel(true))) {
            return;
        }
        if (wait.isDone() && !wait.isCompletedExceptionally()) {
            next.accept(wait.join());
            return;
        }
        // Not on the thread that ends the wait: it may be the one for all timeouts.
        CompletableFuture<V> unused = wait.whenCompleteAsync((value, failure) -> {
            if (failure == null) {
                guarded(() -> next.accept(value));
            } else {
                fail(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
        });
    }

    private void fail(Throwable failure) {
        execution.ended(failure);
        completeExceptionally(failure);
    }

    /** Sets what to cancel from now on; returns whether to continue. */
    private boolean underWay(Runnable cancel) {
        cancelUnderWay = cancel;
        if (isDone()) {
            // Canceled between two steps, perhaps before the line above.
            cancel.run();
            return false;
        }
        return true;
    }

    private static void nothing() {
        // There is nothing to cancel.
    }

    private void giveUp() {
        // First, so that a request that was not sent yet never is.
        cancelUnderWay.run();
        fail(execution.timedOut());
    }

    /** An exception would end in a thread of the caller or of OkHttp, and the future would never complete. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }
}
