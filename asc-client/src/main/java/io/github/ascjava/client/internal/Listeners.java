package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.CallStart;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies the listeners and the log of attempts. No listener can affect the call, and no log line contains a header. */
final class Listeners {

    private final Logger log;
    private final List<CallListener> listeners;
    /** Null for the listeners of a client, and for those of a call if there are none. */
    private final @Nullable AtomicBoolean ended;

    Listeners(List<CallListener> listeners) {
        this(LoggerFactory.getLogger("io.github.ascjava.client"), List.copyOf(listeners), null);
    }

    private Listeners(Logger log, List<CallListener> listeners, @Nullable AtomicBoolean ended) {
        this.log = log;
        this.listeners = listeners;
        this.ended = ended;
    }

    /** Notifies the listeners that a call begins, and returns those of the call. */
    Listeners forCall(Request request) {
        if (listeners.isEmpty()) {
            return this;
        }
        CallStart start = Operation.start(request);
        List<CallListener> ofCall =
                listeners.stream().map(listener -> ofCall(listener, start)).toList();
        return new Listeners(log, ofCall, new AtomicBoolean());
    }

    private CallListener ofCall(CallListener listener, CallStart start) {
        CallListener[] returned = {listener};
        guarded(listener, () -> returned[0] = Objects.requireNonNull(listener.onCall(start), "onCall returned null"));
        return returned[0];
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

    /** Does nothing the second time. */
    void onEnd(@Nullable Throwable failure) {
        if (ended != null && ended.compareAndSet(false, true)) {
            for (CallListener listener : listeners) {
                guarded(listener, () -> listener.onEnd(failure));
            }
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
