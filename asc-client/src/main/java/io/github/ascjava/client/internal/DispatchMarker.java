package io.github.ascjava.client.internal;

import okhttp3.Request;

/**
 * Whether an attempt has been begun with.
 *
 * <p>Asynchronous calls wait for their turn in OkHttp's dispatcher, and a write that never left it has not been carried out
 * for sure.
 */
final class DispatchMarker {

    private volatile boolean come;

    /** Notes that the request is being sent now. */
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
