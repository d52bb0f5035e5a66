package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.error.AscException;
import java.time.Duration;

/** The decision after an attempt. */
sealed interface RetryDecision<T> {

    /** The call has succeeded. */
    record Success<T>(AscResponse<T> response) implements RetryDecision<T> {}

    /** Another attempt follows after a while. */
    record Retry<T>(Duration delay) implements RetryDecision<T> {}

    /** The call has failed for good. */
    record Fail<T>(AscException exception) implements RetryDecision<T> {}
}
