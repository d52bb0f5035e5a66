package io.github.ascjava.client.call;

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
 * not affect the call. Both methods get the same {@link CallAttempt} instance. Implementations must be thread-safe.
 *
 * @since 0.1.0
 */
public interface CallListener {

    /** Called before an attempt is sent; {@link CallAttempt#number()} is 1 for the first one. */
    default void onRequest(CallAttempt attempt) {}

    /** Called when an attempt has ended, before the call completes or waits for the next attempt. */
    default void onResponse(CallAttempt attempt, CallResult result) {}
}
