package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import io.github.ascjava.testing.internal.server.Reply.Sending;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Turns requests into replies: faults first, then the preconditions, then the engine. Thread-safe if the engine is. */
public final class RequestPipeline {

    private static final System.Logger LOG = System.getLogger(RequestPipeline.class.getName());

    private final RequestPreconditions gate;
    private final RequestBudget budget;
    private final Faults faults;
    private final ObjIntConsumer<ApiRequest> recorder;
    private final Clock clock;
    private final Function<ApiRequest, ApiAnswer> engine;
    private final Function<ApiRequest, @Nullable ApiAnswer> control;

    /**
     * Creates a pipeline.
     *
     * @param recorder is notified of every request before its response is sent, with the status, or 0 without a
     *     response
     * @param clock dates the responses
     * @param engine may throw {@link ApiErrorException}
     */
    public RequestPipeline(
            RequestPreconditions gate,
            RequestBudget budget,
            Faults faults,
            ObjIntConsumer<ApiRequest> recorder,
            Clock clock,
            Function<ApiRequest, ApiAnswer> engine) {
        this(gate, budget, faults, recorder, clock, engine, request -> null);
    }

    private RequestPipeline(
            RequestPreconditions gate,
            RequestBudget budget,
            Faults faults,
            ObjIntConsumer<ApiRequest> recorder,
            Clock clock,
            Function<ApiRequest, ApiAnswer> engine,
            Function<ApiRequest, @Nullable ApiAnswer> control) {
        this.gate = gate;
        this.budget = budget;
        this.faults = faults;
        this.recorder = recorder;
        this.clock = clock;
        this.engine = engine;
        this.control = control;
    }

    /**
     * Returns a pipeline with endpoints beside the API, whose requests meet no faults and are not recorded.
     *
     * @param endpoints returns null for a request that is none of theirs
     */
    public RequestPipeline controlledBy(Function<ApiRequest, @Nullable ApiAnswer> endpoints) {
        return new RequestPipeline(gate, budget, faults, recorder, clock, engine, endpoints);
    }

    Reply reply(ApiRequest request) {
        ApiAnswer controlled = control.apply(request);
        if (controlled != null) {
            return new Reply(controlled, Sending.WHOLE, Duration.ZERO);
        }
        Fault fault = faults.takeFault(request);
        Sending sending = fault == null ? Sending.WHOLE : fault.sending();
        ApiAnswer answer = withHeaders(answer(request, fault), RequestPreconditions.isApi(request.url()));
        recorder.accept(request, sending == Sending.LOST ? 0 : answer.status());
        return new Reply(answer, sending, faults.takeDelay(request));
    }

    private ApiAnswer answer(ApiRequest request, @Nullable Fault fault) {
        if (fault != null && fault.answer() != null) {
            return fault.answer().get();
        }
        try {
            if (RequestPreconditions.isApi(request.url())) {
                gate.check(request);
            } else if (NotaryRequests.matches(request.url())) {
                gate.checkNotary(request);
            }
            RequestPreconditions.checkSize(request);
            return engine.apply(request);
        } catch (ApiErrorException refusal) {
            return NotaryRequests.matches(request.url()) ? NotaryRequests.answer(refusal) : ErrorDocuments.of(refusal);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The sandbox failed with an internal error on " + request + ".", e);
            return ErrorDocuments.of(Errors.refusal("unexpected"));
        }
    }

    /** A response's own headers win; a test may need a wrong date or no rate limit. */
    private ApiAnswer withHeaders(ApiAnswer answer, boolean api) {
        UUID id = UUID.randomUUID();
        Headers.Builder headers = new Headers.Builder()
                .add(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)))
                .add("X-Apple-Request-UUID", id.toString())
                .add("X-Apple-Jingle-Correlation-Key", CorrelationKey.of(id));
        if (api) {
            budget.headers().forEach(value -> headers.add("X-Rate-Limit", value));
        }
        answer.headers().names().forEach(headers::removeAll);
        return new ApiAnswer(answer.status(), headers.addAll(answer.headers()).build(), answer.body());
    }
}
