package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.RateLimit;
import io.github.ascjava.client.error.ErrorAnswer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface Outcome<T> {

    /** Returns the HTTP status, or null if no answer came. */
    @Nullable
    Integer status();

    RateLimit rateLimit();

    @Nullable
    String requestId();

    /** The value came. */
    record Answered<T>(AscResponse<T> response) implements Outcome<T> {

        @Override
        public Integer status() {
            return response.status();
        }

        @Override
        public RateLimit rateLimit() {
            return response.rateLimit();
        }

        @Override
        public @Nullable String requestId() {
            return response.requestId();
        }
    }

    /** An answer with an error status came. */
    record Refused<T>(ErrorAnswer answer) implements Outcome<T> {

        @Override
        public Integer status() {
            return answer.status();
        }

        @Override
        public RateLimit rateLimit() {
            return answer.rateLimit();
        }

        @Override
        public @Nullable String requestId() {
            return answer.requestId();
        }
    }

    /**
     * No answer came, or none that could be read to its end, or used.
     *
     * @param isCanceled whether somebody cancelled the call
     */
    record Failed<T>(
            @Nullable Integer status,
            RateLimit rateLimit,
            @Nullable String requestId,
            IOException cause,
            boolean isCanceled)
            implements Outcome<T> {}
}
