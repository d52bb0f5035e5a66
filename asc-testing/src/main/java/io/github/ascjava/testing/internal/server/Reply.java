package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.time.Duration;

/**
 * A response and how it is sent.
 *
 * @param delay real time before the first byte
 */
record Reply(ApiAnswer answer, Sending sending, Duration delay) {

    /** How a response is sent. */
    enum Sending {
        WHOLE,
        /** The connection closes in the middle of the body. */
        CUT,
        /** The connection closes without a response. */
        LOST
    }
}
