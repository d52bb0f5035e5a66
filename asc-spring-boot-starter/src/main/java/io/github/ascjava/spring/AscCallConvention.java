package io.github.ascjava.spring;

import io.github.ascjava.client.call.CallResult;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names and describes the observations of calls; to change it, extend it and declare the subclass as a bean.
 *
 * <p>Key values of low cardinality, which become tags of metrics: {@code client}, {@code operation} (such as
 * {@code UsersApi.get}), {@code method}, {@code path} (the template), {@code status} ({@code none} without a response) and
 * {@code outcome} (as in {@code http.client.requests}). Of high cardinality: {@code attempts} and {@code request.id}.
 *
 * @since 0.1.0
 */
public class AscCallConvention implements ObservationConvention<AscCallContext> {

    /** For calls that do not come from an interface method; their paths may contain IDs. */
    private static final String OTHER = "other";

    private static final String NONE = "none";

    /** Creates the convention. */
    public AscCallConvention() {}

    @Override
    public String getName() {
        return "ascjava.call";
    }

    /** Returns method and path template, such as {@code GET /v1/users/{id}}. */
    @Override
    public String getContextualName(AscCallContext context) {
        return context.call().name() == null
                ? context.call().method()
                : context.call().operation();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof AscCallContext;
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(AscCallContext context) {
        String operation = context.call().name();
        Integer status = status(context.lastResult());
        return KeyValues.of(
                KeyValue.of("client", context.clientName()),
                KeyValue.of("operation", operation == null ? OTHER : operation),
                KeyValue.of("method", context.call().method()),
                KeyValue.of("path", operation == null ? OTHER : context.call().pathTemplate()),
                KeyValue.of("status", status == null ? NONE : status.toString()),
                KeyValue.of("outcome", outcome(status)));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(AscCallContext context) {
        CallResult result = context.lastResult();
        String requestId = result == null ? null : result.requestId();
        return KeyValues.of(
                KeyValue.of("attempts", String.valueOf(context.attempts())),
                KeyValue.of("request.id", requestId == null ? NONE : requestId));
    }

    private static @Nullable Integer status(@Nullable CallResult result) {
        return result == null ? null : result.status();
    }

    private static String outcome(@Nullable Integer status) {
        if (status == null) {
            return "UNKNOWN";
        }
        return switch (status / 100) {
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
