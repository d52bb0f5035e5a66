package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.error.AscException;
import java.time.Duration;

/** What follows after an attempt. */
sealed interface Step<T> {

    /** The call has its answer. */
    record Done<T>(AscResponse<T> response) implements Step<T> {}

    /** Another attempt follows after a while. */
    record Again<T>(Duration delay) implements Step<T> {}

    /** The call has failed for good. */
    record Failure<T>(AscException exception) implements Step<T> {}
}
