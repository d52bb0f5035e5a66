package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.AscException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Waits for futures on behalf of synchronous callers. */
final class Futures {

    private Futures() {}

    /**
     * Returns the result of the future, or throws its failure.
     *
     * @param interrupted creates the exception for an interrupt, which also cancels the future
     */
    static <V> V await(CompletableFuture<V> future, Function<InterruptedIOException, AscException> interrupted) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw interrupted.apply(interrupt(e));
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (CancellationException e) {
            throw new IllegalStateException("The pending wait was canceled externally.", e);
        }
    }

    /** Restores the interrupt flag and returns the failure of the call; the caller decides what the interrupt means. */
    static InterruptedIOException interrupt(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(e);
        return failure;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }
}
