package io.github.ascjava.client.http;

import io.github.ascjava.client.error.AscException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Waits for futures on behalf of callers who asked for an answer and not for a future. */
final class Waiting {

    private Waiting() {}

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
            // The caller decides what an interrupt means; the flag is how it learns of it.
            Thread.currentThread().interrupt();
            InterruptedIOException cause = new InterruptedIOException("interrupted");
            cause.initCause(e);
            throw interrupted.apply(cause);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("What the call waits for was cancelled by somebody else.", e);
        }
    }
}
