package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.call.Sleeper;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The context that all calls of a client share.
 *
 * @param links where redirects and links of responses may lead
 * @param options the options of calls that do not override them
 * @param readOnly whether calls that could change something fail
 * @param maxPages the maximum number of pages of an iteration
 */
record CallContext(
        Call.Factory callFactory,
        LinkScope links,
        CallOptions options,
        boolean readOnly,
        int maxPages,
        CallTime time,
        Sleeper sleeper,
        Backoff backoff,
        RateLimiting rateLimiting,
        Listeners listeners,
        ErrorReader errors) {

    /** Returns the dispatcher that queues asynchronous calls, or null if it is unknown. */
    @Nullable
    Dispatcher dispatcher() {
        return callFactory instanceof OkHttpClient client ? client.dispatcher() : null;
    }
}
