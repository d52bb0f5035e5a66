package io.github.ascjava.client.call;

import org.jspecify.annotations.Nullable;

/**
 * Is notified of every attempt of every call; for metrics, traces and logs.
 *
 * <pre>{@code
 * CallListener slowCalls = new CallListener() {
 *     public void onResponse(CallAttempt attempt, CallResult result) {
 *         if (result.duration().toSeconds() >= 5) {
 *             System.out.println(attempt + " took " + result.duration());
 *         }
 *     }
 * };
 * AppStoreConnect asc = AppStoreConnect.builder(key).options(o -> o.listener(slowCalls)).build();
 * }</pre>
 *
 * <p>Called on the threads that carry out the attempt, so it should return quickly: the thread that starts the attempt
 * and the one that reads the response, which differ for asynchronous calls. Exceptions of a listener are logged and do
 * not affect the call. {@code onRequest} and {@code onResponse} get the same {@link CallAttempt} instance.
 * Implementations must be thread-safe.
 *
 * <p>A listener that needs to know which attempts belong together, such as one that keeps a span per call, returns a
 * new listener from {@link #onCall}.
 *
 * @since 0.1.0
 */
public interface CallListener {

    /**
     * Called on the thread of the caller when a call begins, before it waits for a permit of the {@link RateLimiter}.
     * Each page of a list is a call.
     *
     * @return the listener that is notified of this call's attempts and of its end; this one by default
     */
    default CallListener onCall(CallStart call) {
        return this;
    }

    /** Called before an attempt is sent; {@link CallAttempt#number()} is 1 for the first one. */
    default void onRequest(CallAttempt attempt) {}

    /** Called when an attempt has ended, before the call completes or waits for the next attempt. */
    default void onResponse(CallAttempt attempt, CallResult result) {}

    /**
     * Called once when the call has ended, before {@code execute} returns or the future completes. If the future of an
     * asynchronous call is canceled or completed early, it is called then, and the end of the current attempt may be
     * reported later.
     *
     * @param failure what the call throws, or null if it returns a response
     */
    default void onEnd(@Nullable Throwable failure) {}
}
