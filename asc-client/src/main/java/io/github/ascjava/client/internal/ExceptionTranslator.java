package io.github.ascjava.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DatabindException;
import io.github.ascjava.auth.AuthenticationException;
import io.github.ascjava.client.error.ApiKeyUsageException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Translates exceptions of OkHttp and of the converters into those of this library. */
final class ExceptionTranslator {

    private ExceptionTranslator() {}

    /** Returns whether another attempt may succeed, because this one got no response or an incomplete one. */
    static boolean mayPass(IOException e) {
        return !(e instanceof AuthenticationException
                || e instanceof InvalidDocumentException
                || e instanceof JsonProcessingException
                || e instanceof CharConversionException
                || isOfClosedClient(e));
    }

    /** Returns the unexpected exception of an interceptor, which OkHttp wraps for asynchronous calls, or null. */
    static @Nullable Throwable crash(IOException e) {
        boolean wrapped = e.getMessage() != null && e.getMessage().startsWith("canceled due to ");
        Throwable cause = wrapped ? e.getCause() : null;
        return cause instanceof RuntimeException || cause instanceof Error ? cause : null;
    }

    /**
     * Creates the exception that a call ends with.
     *
     * @param sent how often the request was sent, the failed attempt included
     * @param timeout the timeout of the call, or null if the call did not time out
     * @param note a further sentence, or null
     */
    static AscException of(
            String operation, int sent, IOException e, @Nullable Duration timeout, @Nullable String note) {
        if (e instanceof AuthenticationException auth) {
            return new ApiKeyUsageException(operation, sent - 1, auth);
        }
        if (e instanceof InvalidDocumentException) {
            return new InvalidResponseException(operation, sent, String.valueOf(e.getMessage()), e);
        }
        if (e instanceof StreamConstraintsException limit) {
            return new InvalidResponseException(
                    operation, sent, "it exceeds a limit: " + limit.getOriginalMessage(), limit);
        }
        if (e instanceof DatabindException json) {
            return new InvalidResponseException(
                    operation, sent, "not the expected document: " + json.getOriginalMessage(), json);
        }
        if (e instanceof JsonProcessingException json) {
            // Without the source of the location, which would quote the body.
            return new InvalidResponseException(operation, sent, "not JSON: " + json.getOriginalMessage(), json);
        }
        if (e instanceof CharConversionException) {
            // Jackson guesses UTF-32 from the first bytes, and no connection throws this.
            return new InvalidResponseException(operation, sent, "not JSON: its bytes are not text", e);
        }
        String problem = problem(e, timeout);
        return new ConnectionException(operation, sent, note == null ? problem : problem + ". " + note, e);
    }

    private static String problem(IOException e, @Nullable Duration timeout) {
        if (Thread.currentThread().isInterrupted()) {
            return "the thread was interrupted";
        }
        if (isOfClosedClient(e)) {
            return "the client is closed, or its dispatcher no longer accepts calls";
        }
        if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
            return timeout == null
                    ? "the attempt exceeded the HTTP client's own call timeout"
                    : "the call took longer than its timeout of " + Durations.of(timeout);
        }
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    /** OkHttp has no specific exception for this. */
    private static boolean isOfClosedClient(IOException e) {
        return e instanceof InterruptedIOException && "executor rejected".equals(e.getMessage());
    }
}
