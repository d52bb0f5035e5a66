package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.AscException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Waits for futures on behalf of callers who asked for an answer and not for a future. */
final class Futures {

    private Futures() {}

    /**
     * Returns what the future completes with, or throws what it fails with.
     *
     * @param interrupted makes the exception for an interrupt; what is waited for is cancelled then
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
            throw new IllegalStateException("What the call waits for was cancelled by somebody else.", e);
        }
    }

    /** Sets the flag again, as the caller decides what an interrupt means, and returns it as a failure of a call. */
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
