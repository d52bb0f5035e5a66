package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ErrorResponse;
import io.github.ascjava.client.error.RateLimiterException;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.client.jsonapi.TimedBody;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.AsyncTimeout;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A call in execution: its attempts, and the decision after each.
 *
 * <p>The part that synchronous and asynchronous calls share; it neither waits nor sends. Used by one thread at a time.
 */
final class CallExecution<T> {

    private final CallContext context;
    private final Request request;
    private final CallOptions options;
    private final ResponseReader<T> reader;
    private final CallReport report;
    private final long startNanos;
    private int sent;
    private volatile @Nullable DispatchMarker turn;
    private boolean hasOtherTimeout;
    private Duration longestWait = Duration.ZERO;
    private @Nullable AttemptResult<T> failed;

    CallExecution(CallContext context, Request request, CallOptions options, ResponseReader<T> reader) {
        this.context = context;
        this.request = request;
        this.options = options;
        this.reader = reader;
        this.report = new CallReport(context.listeners().forCall(request), request, context.time());
        this.startNanos = context.time().nanos();
    }

    /**
     * Records how the call ended, the first time; may be called while another thread executes an attempt.
     *
     * @param failure what the call throws, or null if it returns a response
     */
    void ended(@Nullable Throwable failure) {
        report.onEnd(failure);
    }

    /** Requests a permit for the next attempt; fails with the failure of the call if there can never be one. */
    CompletableFuture<Boolean> permit() {
        if (context.readOnly() && ReadOnly.stops(request)) {
            return CompletableFuture.failedFuture(new ReadOnlyClientException(Operation.of(request)));
        }
        longestWait = left();
        return longestWait.isZero()
                ? CompletableFuture.failedFuture(withoutTime())
                : context.rateLimiting().acquire(request, sent, longestWait);
    }

    /** Returns why no attempt may be made after all, or null if one may. */
    @Nullable
    AscException obstacle(boolean hasPermit) {
        if (hasPermit) {
            return left().isZero() ? withoutTime() : null;
        }
        return new RateLimiterException(
                Operation.of(request),
                sent,
                (sent == 0 ? "not sent" : "not retried") + ": the rate limiter granted no permit within the "
                        + Durations.of(longestWait)
                        + " left of the timeout. Send requests more slowly,"
                        + " or set a longer timeout.",
                null);
    }

    /** Begins an attempt and returns the call to send. */
    Call begin() {
        sent++;
        DispatchMarker mine = new DispatchMarker();
        turn = mine;
        report.onRequest(sent);
        Call call = context.callFactory().newCall(marked(mine));
        // A deadline rather than a duration: an asynchronous call may be queued before its time is measured.
        call.timeout().deadlineNanoTime(System.nanoTime() + Math.max(1, left().toNanos()));
        hasOtherTimeout = call.timeout().timeoutNanos() > 0;
        return call;
    }

    /** Returns the request of an attempt, with the {@code Accept} header that it lacks. */
    private Request marked(DispatchMarker mine) {
        Request.Builder builder = request.newBuilder().tag(DispatchMarker.class, mine);
        if (request.header("Accept") == null) {
            builder.header("Accept", "application/json");
        }
        return builder.build();
    }

    /** Reads the response of an attempt, and always closes it. */
    RetryDecision<T> answered(Call call, Response response) {
        AttemptResult<T> outcome;
        try {
            outcome = read(call, response);
        } catch (IOException e) {
            outcome = new AttemptResult.NoResponse<>(
                    response.code(),
                    RateLimit.of(response.headers()),
                    AscResponse.requestId(response.headers()),
                    e,
                    call.isCanceled());
        } catch (RuntimeException | Error e) {
            crashed(e);
            throw e;
        }
        return after(outcome);
    }

    /** Records that an attempt got no response. */
    RetryDecision<T> failed(Call call, IOException cause) {
        return after(new AttemptResult.NoResponse<>(null, RateLimit.UNKNOWN, null, cause, call.isCanceled()));
    }

    /** Records that an attempt ended with an unexpected exception, such as from a faulty interceptor. */
    void crashed(Throwable failure) {
        report.onResponse(
                new AttemptResult.NoResponse<>(null, RateLimit.UNKNOWN, null, new IOException(failure), false),
                failure,
                null);
    }

    /** Creates the exception for a thread that was interrupted between two attempts. */
    AscException interrupted(InterruptedIOException e) {
        return ExceptionTranslator.of(Operation.of(request), sent, e, null, null);
    }

    /**
     * Creates the exception for a call that times out during an attempt; may be called while another thread executes
     * that attempt.
     */
    AscException timedOut() {
        InterruptedIOException timeout = new InterruptedIOException("timeout");
        DispatchMarker latest = turn;
        Dispatcher dispatcher = context.dispatcher();
        if (latest == null || !latest.isStillToCome() || dispatcher == null) {
            return ExceptionTranslator.of(Operation.of(request), sent, timeout, options.timeout(), null);
        }
        return ExceptionTranslator.of(
                Operation.of(request),
                sent - 1,
                timeout,
                options.timeout(),
                "It was queued in the dispatcher of the HTTP client, which runs "
                        + dispatcher.getMaxRequestsPerHost() + " asynchronous calls to a host at a time. Start fewer at"
                        + " once, set a longer timeout, or pass in a client that runs more");
    }

    private AttemptResult<T> read(Call call, Response response) throws IOException {
        boolean handedOver = false;
        try {
            if (!response.isSuccessful()) {
                return refused(response);
            }
            T value = reader.ofBody(new TimedBody(response.body(), untilDeadline()));
            // The caller reads a streamed body at any pace, and closes it.
            handedOver = value instanceof ResponseBody;
            if (handedOver) {
                stop(call.timeout());
            }
            return new AttemptResult.Success<>(new AscResponse<>(response.code(), response.headers(), value));
        } finally {
            if (!handedOver) {
                response.close();
            }
        }
    }

    /** Decoding goes on after the last byte, when the timeout of the HTTP client's call no longer applies. */
    private Timeout untilDeadline() {
        return new Timeout().deadlineNanoTime(System.nanoTime() + Math.max(1, left().toNanos()));
    }

    private AttemptResult<T> refused(Response response) throws IOException {
        ErrorResponse answer = context.errors().read(response, context.time().date());
        T value = reader.ofError(answer);
        return value == null
                ? new AttemptResult.ErrorStatus<>(answer)
                : new AttemptResult.Success<>(new AscResponse<>(response.code(), response.headers(), value));
    }

    private static void stop(Timeout timeout) {
        if (timeout instanceof AsyncTimeout running) {
            running.exit();
        }
    }

    private RetryDecision<T> after(AttemptResult<T> outcome) {
        context.rateLimiting().onResult(request, outcome);
        Duration delay = context.backoff().delayAfter(outcome, request, sent, options.retryPolicy());
        String note = null;
        if (delay != null && delay.compareTo(left()) > 0) {
            note = tooLate(outcome, delay);
            delay = null;
        }
        report.onResponse(
                outcome, outcome instanceof AttemptResult.NoResponse<T> failure ? failure.cause() : null, delay);
        if (outcome instanceof AttemptResult.Success<T> answered) {
            return new RetryDecision.Success<>(answered.response());
        }
        failed = outcome;
        return delay == null ? new RetryDecision.Fail<>(exception(outcome, note)) : new RetryDecision.Retry<>(delay);
    }

    private AscException exception(AttemptResult<T> outcome, @Nullable String note) {
        String operation = Operation.of(request);
        if (outcome instanceof AttemptResult.ErrorStatus<T> refused) {
            return ApiException.of(operation, refused.answer(), sent, note);
        }
        Duration reached = hasOtherTimeout && !left().isZero() ? null : options.timeout();
        return ExceptionTranslator.of(operation, sent, ((AttemptResult.NoResponse<T>) outcome).cause(), reached, note);
    }

    /** Creates the exception for a call that times out before an attempt; the failure of the last attempt says more. */
    private AscException withoutTime() {
        return failed == null
                ? ExceptionTranslator.of(
                        Operation.of(request), sent, new InterruptedIOException("timeout"), options.timeout(), null)
                : exception(failed, "The timeout leaves no time for another attempt.");
    }

    private String tooLate(AttemptResult<T> outcome, Duration delay) {
        boolean asked = outcome instanceof AttemptResult.ErrorStatus<T> refused
                && refused.answer().retryAfter() != null;
        Duration left = left();
        String time = left.isZero() ? "no time is left" : "only " + Durations.of(left) + " are left";
        return (asked ? "Apple requests a delay of " : "The next attempt would be in ") + Durations.of(delay) + ", but "
                + time + " of the call's timeout of " + Durations.of(options.timeout()) + ".";
    }

    /** Returns how much time is left, zero if none. */
    private Duration left() {
        Duration left = options.timeout().minusNanos(context.time().nanos() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
