package io.github.ascjava.spring;

import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.CallStart;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an observed call; for conventions, predicates and handlers of observations.
 *
 * @since 0.1.0
 */
public final class AscCallContext extends Observation.Context {

    private final String clientName;
    private final CallStart call;
    private volatile int attempts;
    private volatile @Nullable CallResult lastResult;

    AscCallContext(String clientName, CallStart call) {
        this.clientName = clientName;
        this.call = call;
    }

    /** Returns the client's name: {@code default}, or a name of {@code ascjava.keys.*}. */
    public String clientName() {
        return clientName;
    }

    /** Returns the operation. */
    public CallStart call() {
        return call;
    }

    /** Returns how many attempts have ended; 0 when the observation starts. */
    public int attempts() {
        return attempts;
    }

    /** Returns how the last attempt ended, or null if none has. */
    public @Nullable CallResult lastResult() {
        return lastResult;
    }

    void ended(int attempt, CallResult result) {
        attempts = attempt;
        lastResult = result;
    }
}
