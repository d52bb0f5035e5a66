package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.time.Duration;

/**
 * An answer and how it is sent.
 *
 * @param delay of real time before the first byte
 */
record Reply(ApiAnswer answer, Sending sending, Duration delay) {

    /** What becomes of an answer on its way. */
    enum Sending {
        WHOLE,
        /** The connection ends in the middle of the body. */
        CUT,
        /** The connection ends without an answer. */
        LOST
    }
}
