package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** What a call makes of its answer. */
interface ResponseReader<T extends @Nullable Object> {

    static <T extends @Nullable Object> ResponseReader<T> of(Converter<ResponseBody, T> converter) {
        return converter::convert;
    }

    /** Reads an answer of success. */
    T ofBody(ResponseBody body) throws IOException;

    /** Reads an answer with an error status as a value where it means one, or returns null. */
    default @Nullable T ofError(ErrorResponse answer) throws IOException {
        return null;
    }
}
