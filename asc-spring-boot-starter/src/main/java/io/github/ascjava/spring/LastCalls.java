package io.github.ascjava.spring;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.CallStart;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers how the last call of each client ended. */
final class LastCalls implements ClientListeners {

    private final Clock clock;
    private final Map<String, LastCall> byClient = new ConcurrentHashMap<>();

    LastCalls(Clock clock) {
        this.clock = clock;
    }

    /** Returns the call that ended last, or null if none has. */
    @Nullable
    LastCall of(String clientName) {
        return byClient.get(clientName);
    }

    @Override
    public CallListener listener(String clientName) {
        return new CallListener() {
            @Override
            public CallListener onCall(CallStart call) {
                return new Recorder(clientName, call);
            }
        };
    }

    /**
     * How a call ended.
     *
     * @param outcome the status, or the class of the exception if there was no usable response
     */
    record LastCall(String operation, String outcome, int attempts, Instant endedAt) {}

    private final class Recorder implements CallListener {

        private final String clientName;
        private final CallStart call;
        private volatile @Nullable Integer status;
        private volatile int attempts;

        Recorder(String clientName, CallStart call) {
            this.clientName = clientName;
            this.call = call;
        }

        @Override
        public void onResponse(CallAttempt attempt, CallResult result) {
            status = result.failure() == null ? result.status() : null;
            attempts = attempt.number();
        }

        @Override
        public void onEnd(@Nullable Throwable failure) {
            Integer last = status;
            String outcome =
                    last == null && failure != null ? failure.getClass().getSimpleName() : String.valueOf(last);
            byClient.put(clientName, new LastCall(call.operation(), outcome, attempts, clock.instant()));
        }
    }
}
