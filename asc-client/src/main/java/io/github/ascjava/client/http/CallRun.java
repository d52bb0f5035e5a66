package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.CallAttempt;
import io.github.ascjava.client.CallResult;
import io.github.ascjava.client.RateLimit;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.BudgetException;
import io.github.ascjava.client.error.ErrorAnswer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.AsyncTimeout;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A call that is being carried out: its attempts, and what follows from each.
 *
 * <p>What the synchronous and the asynchronous way have in common; neither waiting nor sending happens here. Used by one
 * thread at a time.
 */
final class CallRun<T> {

    private final Exchange exchange;
    private final CallSettings settings;
    private final Request request;
    private final CallOptions options;
    private final Reading<T> reading;
    private final Instant deadline;
    private int sent;
    private @Nullable CallAttempt attempt;

    CallRun(Exchange exchange, Request request, CallOptions options, Reading<T> reading) {
        this.exchange = exchange;
        this.settings = exchange.settings();
        this.request = request;
        this.options = options;
        this.reading = reading;
        this.deadline = settings.clock().instant().plus(options.timeout());
    }

    /** Asks whether the next attempt may be made. */
    CompletableFuture<Boolean> permit() {
        return settings.permits().acquire(request, left().isNegative() ? Duration.ZERO : left());
    }

    AscException withoutPermit() {
        return new BudgetException(
                Operation.of(request),
                sent,
                "it was not sent" + (sent == 0 ? "" : " again") + ", because the request limiter would not let it go in"
                        + " the " + Texts.of(left()) + " that were left of its timeout. Send requests more slowly, or"
                        + " give the call more time.");
    }

    /** Begins an attempt and returns the call to send. */
    Call begin() {
        sent++;
        CallAttempt begun = Operation.attempt(request, sent, settings.clock().instant());
        attempt = begun;
        settings.listeners().onRequest(begun);
        Call call = exchange.newCall(request);
        long own = call.timeout().timeoutNanos();
        long left = Math.max(1, left().toNanos());
        call.timeout().timeout(own == 0 ? left : Math.min(own, left), TimeUnit.NANOSECONDS);
        return call;
    }

    /** Reads the answer of an attempt, and closes it on every way. */
    Step<T> answered(Call call, Response response) {
        Outcome<T> outcome;
        try {
            outcome = read(call, response);
        } catch (IOException e) {
            outcome = new Outcome.Failed<>(
                    response.code(),
                    RateLimit.of(response.headers()),
                    AscResponse.requestId(response.headers()),
                    e,
                    call.isCanceled());
        } catch (RuntimeException | Error e) {
            tell(new Outcome.Failed<>(response.code(), RateLimit.UNKNOWN, null, new IOException(e), false), e, null);
            throw e;
        }
        return after(outcome);
    }

    /** Takes note that an attempt got no answer. */
    Step<T> failed(Call call, IOException cause) {
        return after(new Outcome.Failed<>(null, RateLimit.UNKNOWN, null, cause, call.isCanceled()));
    }

    /** Makes the exception for a thread that was interrupted between two attempts. */
    AscException interrupted(InterruptedIOException e) {
        return Failures.of(Operation.of(request), sent, e, options.timeout(), null);
    }

    private Outcome<T> read(Call call, Response response) throws IOException {
        boolean handedOver = false;
        try {
            if (!response.isSuccessful()) {
                return refused(response);
            }
            T value = reading.ofBody(response.body());
            // A streamed body is the caller's to read at leisure, and to close.
            handedOver = value instanceof ResponseBody;
            if (handedOver) {
                stop(call.timeout());
            }
            return new Outcome.Answered<>(new AscResponse<>(response.code(), response.headers(), value));
        } finally {
            if (!handedOver) {
                response.close();
            }
        }
    }

    private Outcome<T> refused(Response response) throws IOException {
        ErrorAnswer answer = exchange.errors().read(response, settings.clock().instant());
        T value = reading.ofError(answer);
        return value == null
                ? new Outcome.Refused<>(answer)
                : new Outcome.Answered<>(new AscResponse<>(response.code(), response.headers(), value));
    }

    private static void stop(Timeout timeout) {
        if (timeout instanceof AsyncTimeout running) {
            running.exit();
        }
    }

    private Step<T> after(Outcome<T> outcome) {
        settings.permits().observed(request, outcome.rateLimit());
        Duration delay = settings.retries().delayAfter(outcome, request, sent, options.retry());
        String note = null;
        if (delay != null && delay.compareTo(left()) > 0) {
            note = tooLate(outcome, delay);
            delay = null;
        }
        tell(outcome, outcome instanceof Outcome.Failed<T> failed ? failed.cause() : null, delay);
        if (outcome instanceof Outcome.Answered<T> answered) {
            return new Step.Done<>(answered.response());
        }
        return delay == null ? new Step.Failure<>(exception(outcome, note)) : new Step.Again<>(delay);
    }

    private void tell(Outcome<T> outcome, @Nullable Throwable failure, @Nullable Duration delay) {
        CallAttempt ended = attempt;
        if (ended != null) {
            Duration duration =
                    Duration.between(ended.startedAt(), settings.clock().instant());
            settings.listeners()
                    .onResponse(
                            ended,
                            new CallResult(
                                    outcome.status(),
                                    duration,
                                    failure,
                                    delay,
                                    outcome.rateLimit(),
                                    outcome.requestId()));
        }
    }

    private AscException exception(Outcome<T> outcome, @Nullable String note) {
        String operation = Operation.of(request);
        return outcome instanceof Outcome.Refused<T> refused
                ? ApiException.of(operation, refused.answer(), sent, note)
                : Failures.of(operation, sent, ((Outcome.Failed<T>) outcome).cause(), options.timeout(), note);
    }

    private String tooLate(Outcome<T> outcome, Duration delay) {
        boolean asked = outcome instanceof Outcome.Refused<T> refused
                && refused.answer().retryAfter() != null;
        Duration left = left();
        String time = left.isNegative() ? "no time is left" : "only " + Texts.of(left) + " are left";
        return (asked ? "Apple asks to wait " : "The next attempt would be in ") + Texts.of(delay) + ", but " + time
                + " of the call's timeout of " + Texts.of(options.timeout()) + ".";
    }

    private Duration left() {
        return Duration.between(settings.clock().instant(), deadline);
    }
}
