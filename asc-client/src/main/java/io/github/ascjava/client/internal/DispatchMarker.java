package io.github.ascjava.client.internal;

import okhttp3.Request;

/**
 * Records whether an attempt was started.
 *
 * <p>Asynchronous calls are queued in OkHttp's dispatcher, and a write that never left it was certainly not applied.
 */
final class DispatchMarker {

    private volatile boolean come;

    /** Records that the request is being sent. */
    static void hasCome(Request request) {
        DispatchMarker turn = request.tag(DispatchMarker.class);
        if (turn != null) {
            turn.come = true;
        }
    }

    boolean isStillToCome() {
        return !come;
    }
}
