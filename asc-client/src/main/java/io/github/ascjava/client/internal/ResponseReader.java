package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** Reads the response of a call. */
interface ResponseReader<T extends @Nullable Object> {

    static <T extends @Nullable Object> ResponseReader<T> of(Converter<ResponseBody, T> converter) {
        return converter::convert;
    }

    /** Reads a successful response. */
    T ofBody(ResponseBody body) throws IOException;

    /** Reads a response with an error status as a value if it stands for one, or returns null. */
    default @Nullable T ofError(ErrorResponse answer) throws IOException {
        return null;
    }
}
