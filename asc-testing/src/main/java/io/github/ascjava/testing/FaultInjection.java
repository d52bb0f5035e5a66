package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.server.ErrorDocuments;
import io.github.ascjava.testing.internal.server.Fault;
import io.github.ascjava.testing.internal.server.Faults;
import io.github.ascjava.testing.internal.server.Target;
import java.time.Duration;
import java.util.List;

/**
 * Injects faults into the next requests of a sandbox: into any of them, or into those that {@link SandboxControl#on} selects.
 *
 * <p>Each call affects one request, or the given number of them. Faults are queued, and each request takes the first
 * one that applies to it. Thread-safe.
 *
 * @since 0.1.0
 */
public abstract class FaultInjection {

    FaultInjection() {}

    abstract Faults faults();

    abstract Target target();

    /**
     * Makes the next request fail without executing it.
     *
     * <p>The body is that of Apple's service for the status; for 502, 503 and 504 it is a gateway's page. Use
     * {@link #answerNext} for any other.
     *
     * @param status 400 to 599
     */
    public final void failNext(int status) {
        failNext(1, status);
    }

    /**
     * Makes a number of requests fail without executing them.
     *
     * @param times how many
     * @param status 400 to 599
     */
    public final void failNext(int times, int status) {
        failNext(times, status, target(), faults());
    }

    static void failNext(int times, int status, Target target, Faults faults) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("The status of a failure must be 400 to 599, but was " + status + ".");
        }
        for (int i = 0; i < times; i++) {
            faults.add(target, Fault.answer(() -> ErrorDocuments.ofStatus(status)));
        }
    }

    /** Returns these responses to the next requests, one each and in this order, without executing them. */
    public final void answerNext(Answer... answers) {
        for (Answer answer : List.of(answers)) {
            faults().add(target(), Fault.answer(answer::toApiAnswer));
        }
    }

    /**
     * Closes the connection of the next request, which is not executed.
     *
     * <p>OkHttp, and therefore every client based on it, retries a request once on a reused connection, because a
     * server may close an idle one at any time.
     */
    public final void resetNext() {
        faults().add(target(), Fault.reset());
    }

    /** Executes the next request, but closes the connection before the response, as if it had been lost. */
    public final void dropNextResponse() {
        faults().add(target(), Fault.lose());
    }

    /** Executes the next request, but closes the connection in the middle of the response body. */
    public final void truncateNextResponse() {
        faults().add(target(), Fault.cut());
    }

    /**
     * Delays the response to the next request, in addition to any other fault.
     *
     * @param delay real time, which no clock of the sandbox advances
     */
    public final void delayNext(Duration delay) {
        faults().delay(target(), delay);
    }
}
