package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.error.AscException;
import java.time.Duration;
import okhttp3.Request;

/** What to do next in a search for an existing resource. */
sealed interface SearchStep<T> {

    /** Send a request, and pass on its response or failure. */
    record Read<T>(Request request, CallOptions options) implements SearchStep<T> {}

    /** Wait, and {@linkplain ExistingSearch#read() read} again. */
    record Wait<T>(Duration time) implements SearchStep<T> {}

    /** Return the existing resource. */
    record Return<T>(AscResponse<T> response) implements SearchStep<T> {}

    /** Throw the failure of the call. */
    record Fail<T>(AscException failure) implements SearchStep<T> {}
}
