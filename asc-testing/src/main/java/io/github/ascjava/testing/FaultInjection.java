package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.server.Errors;
import io.github.ascjava.testing.internal.server.Fault;
import io.github.ascjava.testing.internal.server.Faults;
import io.github.ascjava.testing.internal.server.Target;
import java.time.Duration;
import java.util.List;

/**
 * What is to happen to the next requests of a sandbox: to all, or to those that {@link SandboxControl#on} names.
 *
 * <p>Each call speaks of one request, or of as many as it says; calls queue up, and the first one that fits a request is used
 * for it. Thread-safe.
 */
public abstract class FaultInjection {

    FaultInjection() {}

    abstract Faults faults();

    abstract Target target();

    /**
     * Has the next request fail without being carried out.
     *
     * <p>The body is the one that Apple's service has been seen to give with the status; for 502, 503 and 504 it is a gateway's
     * page. Use {@link #answerNext} for any other.
     *
     * @param status 400 to 599
     */
    public final void failNext(int status) {
        failNext(1, status);
    }

    /**
     * Has some requests fail without being carried out.
     *
     * @param times how many
     * @param status 400 to 599
     */
    public final void failNext(int times, int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A failure has a status of 400 to 599, but it was " + status + ".");
        }
        for (int i = 0; i < times; i++) {
            faults().add(target(), Fault.answer(() -> Errors.ofStatus(status)));
        }
    }

    /** Has the next requests get these answers, one each, without being carried out. */
    public final void answerNext(Answer... answers) {
        for (Answer answer : List.of(answers)) {
            faults().add(target(), Fault.answer(answer::toApiAnswer));
        }
    }

    /**
     * Closes the connection of the next request, which is not carried out.
     *
     * <p>OkHttp itself, and so every client on it, sends a request once more where the connection had been used before, because
     * a server may close an idle one at any time.
     */
    public final void resetNext() {
        faults().add(target(), Fault.reset());
    }

    /** Carries the next request out, but closes the connection before the answer, as if it had got lost. */
    public final void dropNextResponse() {
        faults().add(target(), Fault.lose());
    }

    /** Carries the next request out, but closes the connection in the middle of the answer's body. */
    public final void truncateNextResponse() {
        faults().add(target(), Fault.cut());
    }

    /**
     * Has the next request wait for its answer, beside whatever else is to happen to it.
     *
     * @param delay real time, by no clock that can be advanced
     */
    public final void delayNext(Duration delay) {
        faults().delay(target(), delay);
    }
}
