package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallResult;
import java.time.Duration;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reports the attempts of a call and its end to the listeners.
 *
 * <p>Without listeners it builds no descriptions of attempts, which would be wasted. Used by one thread at a time, except
 * {@link #onEnd}.
 */
final class CallReport {

    private final Listeners listeners;
    private final Request request;
    private final CallTime time;
    private @Nullable CallAttempt attempt;
    private long attemptNanos;

    CallReport(Listeners listeners, Request request, CallTime time) {
        this.listeners = listeners;
        this.request = request;
        this.time = time;
    }

    /** Reports that an attempt begins. */
    void onRequest(int number) {
        if (!listeners.areThere()) {
            attempt = null;
            return;
        }
        CallAttempt begun = Operation.attempt(request, number, time.date());
        attempt = begun;
        attemptNanos = time.nanos();
        listeners.onRequest(begun);
    }

    /** Reports how the attempt ended, and how long the call waits before the next one; null if it does not. */
    void onResponse(AttemptResult<?> outcome, @Nullable Throwable failure, @Nullable Duration delay) {
        CallAttempt ended = attempt;
        if (ended != null) {
            Duration duration = Duration.ofNanos(time.nanos() - attemptNanos);
            listeners.onResponse(
                    ended,
                    new CallResult(
                            outcome.status(), duration, failure, delay, outcome.rateLimit(), outcome.requestId()));
        }
    }

    /** Reports how the call ended, the first time. */
    void onEnd(@Nullable Throwable failure) {
        listeners.onEnd(failure);
    }
}
