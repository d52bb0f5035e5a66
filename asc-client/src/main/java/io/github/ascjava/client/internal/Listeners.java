package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies the listeners and the log of attempts. No listener can affect the call, and no log line contains a header. */
final class Listeners {

    private final Logger log = LoggerFactory.getLogger("io.github.ascjava.client");
    private final List<CallListener> listeners;

    Listeners(List<CallListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Returns whether anybody hears of attempts; if not, describing them is not worth its cost. */
    boolean areThere() {
        return !listeners.isEmpty() || log.isDebugEnabled();
    }

    void onRequest(CallAttempt attempt) {
        log.debug("{}: attempt {}", attempt.operation(), attempt.number());
        for (CallListener listener : listeners) {
            guarded(listener, () -> listener.onRequest(attempt));
        }
    }

    void onResponse(CallAttempt attempt, CallResult result) {
        if (log.isDebugEnabled()) {
            log.debug(
                    "{}: attempt {} ended with {} after {} ms, {}; rate limit {}",
                    attempt.operation(),
                    attempt.number(),
                    result.failure() == null ? result.status() : name(result.failure()),
                    result.duration().toMillis(),
                    result.retryDelay() == null
                            ? "the last one"
                            : "the next one in " + result.retryDelay().toMillis() + " ms",
                    result.rateLimit());
        }
        for (CallListener listener : listeners) {
            guarded(listener, () -> listener.onResponse(attempt, result));
        }
    }

    /** Without the message, which may quote the response. */
    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private void guarded(CallListener listener, Runnable action) {
        try {
            action.run();
        } catch (Exception | LinkageError | AssertionError e) {
            log.warn(
                    "The call listener {} failed; the call continues.",
                    listener.getClass().getName(),
                    e);
        }
    }
}
