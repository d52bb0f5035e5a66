package io.github.ascjava.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import io.github.ascjava.auth.AuthException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.KeyException;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns what OkHttp and the converters throw into exceptions of this library. */
final class Failures {

    private Failures() {}

    /** Returns whether the answer did not come or broke off, as opposed to one that came and could not be used. */
    static boolean isOfConnection(IOException e) {
        return !(e instanceof AuthException
                || e instanceof InvalidDocumentException
                || e instanceof JsonProcessingException);
    }

    /**
     * Makes the exception that a call ends with.
     *
     * @param sent how often the request was sent, the failed attempt included
     * @param timeout how long the call could take
     * @param note why it was not sent again, or null
     */
    static AscException of(String operation, int sent, IOException e, Duration timeout, @Nullable String note) {
        if (e instanceof AuthException auth) {
            return new KeyException(operation, sent - 1, auth);
        }
        if (e instanceof InvalidDocumentException) {
            return new InvalidResponseException(operation, sent, String.valueOf(e.getMessage()), e);
        }
        if (e instanceof DatabindException json) {
            return new InvalidResponseException(operation, sent, "it does not fit: " + json.getOriginalMessage(), json);
        }
        if (e instanceof JsonProcessingException json) {
            // Without the location's source, which would quote the body.
            return new InvalidResponseException(operation, sent, "it is no JSON: " + json.getOriginalMessage(), json);
        }
        String problem = problem(e, timeout);
        return new ConnectionException(operation, sent, note == null ? problem : problem + ". " + note, e);
    }

    private static String problem(IOException e, Duration timeout) {
        if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
            // OkHttp's own words are the same for both.
            return Thread.currentThread().isInterrupted()
                    ? "the thread was interrupted"
                    : "the call took longer than its timeout of " + Texts.of(timeout);
        }
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
