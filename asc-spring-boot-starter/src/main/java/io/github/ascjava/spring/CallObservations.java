package io.github.ascjava.spring;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.CallStart;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** Observes each call, from the moment at which the caller executes it until it returns; attempts are events. */
final class CallObservations implements ClientListeners {

    private final ObservationRegistry registry;
    private final AscCallConvention convention;

    CallObservations(ObservationRegistry registry, AscCallConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public CallListener listener(String clientName) {
        return new CallListener() {
            @Override
            public CallListener onCall(CallStart call) {
                return new ObservedCall(new AscCallContext(clientName, call));
            }
        };
    }

    private final class ObservedCall implements CallListener {

        private final AscCallContext context;
        private final Observation observation;
        private boolean ended;

        ObservedCall(AscCallContext context) {
            this.context = context;
            this.observation = Observation.start(convention, () -> context, registry);
        }

        @Override
        public synchronized void onResponse(CallAttempt attempt, CallResult result) {
            // The attempt of a call that was canceled ends after the call.
            if (ended) {
                return;
            }
            context.ended(attempt.number(), result);
            // The meter of the event gets what the attempt ended with, not what the call began with.
            context.addLowCardinalityKeyValues(convention.getLowCardinalityKeyValues(context));
            observation.event(Observation.Event.of("attempt", text(attempt, result)));
        }

        @Override
        public synchronized void onEnd(@Nullable Throwable failure) {
            ended = true;
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        }

        /** Without messages of exceptions, which may quote a response. */
        private static String text(CallAttempt attempt, CallResult result) {
            Throwable failure = result.failure();
            String end = failure == null
                    ? String.valueOf(result.status())
                    : failure.getClass().getSimpleName();
            return "attempt " + attempt.number() + ": " + end
                    + (result.retryDelay() == null
                            ? ""
                            : ", retry in " + result.retryDelay().toMillis() + " ms");
        }
    }
}
