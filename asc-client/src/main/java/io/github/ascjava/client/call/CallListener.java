package io.github.ascjava.client.call;

/**
 * Is told of every attempt of every call; for metrics, traces and logs.
 *
 * <p>Called on the threads that carry out the attempt, so it better be quick: the one that begins it and the one that
 * reads the answer, which for asynchronous calls are two. What it throws is logged and does the call no harm. Both methods
 * get the same {@link CallAttempt} instance for one attempt. Implementations are thread-safe.
 */
public interface CallListener {

    /** Is called before an attempt is sent. */
    default void onRequest(CallAttempt attempt) {}

    /** Is called when an attempt has ended, before the call answers or waits for the next attempt. */
    default void onResponse(CallAttempt attempt, CallResult result) {}
}
