package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.error.AscException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CreateOrGetCall} that is executed asynchronously; no thread is blocked between its requests.
 *
 * <p>Canceling this future cancels the current request or wait.
 */
final class AsyncCreateOrGet<T, R extends @Nullable Object> extends CompletableFuture<R> {

    private final CallExecutor executor;
    private final Function<AscResponse<T>, R> mapping;
    private final Function<AscException, @Nullable ExistingSearch<T>> searches;
    private volatile @Nullable CompletableFuture<?> underWay;

    /** @param searches returns the search after a failure, or null if there should be none */
    AsyncCreateOrGet(
            CallExecutor executor,
            Function<AscResponse<T>, R> mapping,
            Function<AscException, @Nullable ExistingSearch<T>> searches) {
        this.executor = executor;
        this.mapping = mapping;
        this.searches = searches;
    }

    void start(CompletableFuture<AscResponse<T>> creation) {
        CompletableFuture<R> unused = whenComplete((value, failure) -> cancelUnderWay());
        then(creation, (response, failure) -> {
            ExistingSearch<T> search = failure instanceof AscException e ? searches.apply(e) : null;
            if (failure == null) {
                complete(mapping.apply(response));
            } else if (search == null) {
                completeExceptionally(failure);
            } else {
                take(search.read(), search);
            }
        });
    }

    private void take(SearchStep<T> step, ExistingSearch<T> search) {
        if (step instanceof SearchStep.Return<T> found) {
            complete(mapping.apply(found.response()));
        } else if (step instanceof SearchStep.Fail<T> end) {
            completeExceptionally(end.failure());
        } else if (step instanceof SearchStep.Wait<T> wait) {
            then(executor.context().sleeper().sleep(wait.time()), (over, failure) -> {
                if (failure == null) {
                    take(search.read(), search);
                } else {
                    completeExceptionally(failure);
                }
            });
        } else {
            SearchStep.Read<T> next = (SearchStep.Read<T>) step;
            then(
                    executor.executeAsync(next.request(), next.options(), CreateOrGetCall.TREES, Function.identity()),
                    (response, failure) -> {
                        if (failure == null) {
                            take(search.found(response), search);
                        } else if (failure instanceof AscException e) {
                            take(search.unreadable(e), search);
                        } else {
                            completeExceptionally(failure);
                        }
                    });
        }
    }

    /** Continues when a step is over; not on the thread that ends it, which may be the one for all timeouts. */
    private <V> void then(CompletableFuture<V> step, BiConsumer<V, @Nullable Throwable> next) {
        underWay = step;
        if (isDone()) {
            // Canceled between two steps, perhaps before the line above.
            cancelUnderWay();
            return;
        }
        CompletableFuture<V> unused = step.whenCompleteAsync((value, failure) -> {
            try {
                next.accept(
                        value,
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            } catch (RuntimeException | Error e) {
                completeExceptionally(e);
            }
        });
    }

    private void cancelUnderWay() {
        CompletableFuture<?> current = underWay;
        if (current != null) {
            current.cancel(true);
        }
    }
}
