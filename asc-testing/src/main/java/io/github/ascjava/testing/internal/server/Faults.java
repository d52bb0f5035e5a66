package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pending faults, each for one request; the first that matches is used. Thread-safe. */
public final class Faults {

    private final List<Waiting<Fault>> faults = new ArrayList<>();
    private final List<Waiting<Duration>> delays = new ArrayList<>();

    /** Adds a fault for one request. */
    public synchronized void add(Target target, Fault fault) {
        faults.add(new Waiting<>(target, fault));
    }

    /** Adds a delay for one request, in addition to any fault. */
    public synchronized void delay(Target target, Duration delay) {
        delays.add(new Waiting<>(target, delay));
    }

    /** Removes all pending faults and delays. */
    public synchronized void clear() {
        faults.clear();
        delays.clear();
    }

    synchronized @Nullable Fault takeFault(ApiRequest request) {
        return take(faults, request);
    }

    synchronized Duration takeDelay(ApiRequest request) {
        Duration delay = take(delays, request);
        return delay == null ? Duration.ZERO : delay;
    }

    private static <T> @Nullable T take(List<Waiting<T>> list, ApiRequest request) {
        for (Iterator<Waiting<T>> each = list.iterator(); each.hasNext(); ) {
            Waiting<T> waiting = each.next();
            if (waiting.target.matches(request)) {
                each.remove();
                return waiting.what;
            }
        }
        return null;
    }

    private record Waiting<T>(Target target, T what) {}
}
