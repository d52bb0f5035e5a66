package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface AttemptResult<T> {

    /** Returns the HTTP status, or null if no answer came. */
    @Nullable
    Integer status();

    RateLimit rateLimit();

    @Nullable
    String requestId();

    /** The value came. */
    record Success<T>(AscResponse<T> response) implements AttemptResult<T> {

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
    record ErrorStatus<T>(ErrorResponse answer) implements AttemptResult<T> {

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
    record NoResponse<T>(
            @Nullable Integer status,
            RateLimit rateLimit,
            @Nullable String requestId,
            IOException cause,
            boolean isCanceled)
            implements AttemptResult<T> {}
}
