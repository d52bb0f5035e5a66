package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface AttemptResult<T> {

    /** Returns the HTTP status, or null if there was no response. */
    @Nullable
    Integer status();

    RateLimit rateLimit();

    @Nullable
    String requestId();

    /** A response with a value. */
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

    /** A response with an error status. */
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
     * No response, or one that could not be read completely or used.
     *
     * @param isCanceled whether the call was canceled
     */
    record NoResponse<T>(
            @Nullable Integer status,
            RateLimit rateLimit,
            @Nullable String requestId,
            IOException cause,
            boolean isCanceled)
            implements AttemptResult<T> {}
}
