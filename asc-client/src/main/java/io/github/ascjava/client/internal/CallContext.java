package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.call.Sleeper;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one client share.
 *
 * @param options what applies to a call that overrides nothing
 */
record CallContext(
        Call.Factory callFactory,
        CallOptions options,
        CallTime time,
        Sleeper sleeper,
        Backoff backoff,
        RateLimiting rateLimiting,
        Listeners listeners,
        ErrorReader errors) {

    /** Returns where asynchronous calls wait for their turn, or null if that is unknown. */
    @Nullable
    Dispatcher dispatcher() {
        return callFactory instanceof OkHttpClient client ? client.dispatcher() : null;
    }
}
