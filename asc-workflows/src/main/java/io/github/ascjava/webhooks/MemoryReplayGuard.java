package io.github.ascjava.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Remembers events in the memory of one process, up to a number and for a time.
 *
 * <p>When it is full, it forgets the oldest event: only App Store Connect can fill it, because only genuine events are claimed.
 * A restart forgets all events. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MemoryReplayGuard implements ReplayGuard {

    static final Duration DEFAULT_RETENTION = Duration.ofDays(11);
    static final int DEFAULT_MAX_EVENTS = 100_000;

    private final Clock clock;
    private final Duration retention;
    private final int maxEvents;
    /** When each event was claimed, oldest first. */
    private final Map<String, Instant> claims = new LinkedHashMap<>();

    /**
     * Creates a guard that remembers nothing yet.
     *
     * @param clock what the time is
     * @param retention how long an event is remembered, more than zero
     * @param maxEvents how many events are remembered, 1 or more; an event takes about 200 bytes
     */
    public MemoryReplayGuard(Clock clock, Duration retention, int maxEvents) {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException(
                    "An event is remembered for more than zero, but was for " + retention + ".");
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("1 event or more is remembered, but were " + maxEvents + ".");
        }
        this.clock = Objects.requireNonNull(clock, "clock");
        this.retention = retention;
        this.maxEvents = maxEvents;
    }

    @Override
    public synchronized boolean claim(String eventId) {
        Instant now = clock.instant();
        forgetBefore(now.minus(retention));
        if (claims.putIfAbsent(Objects.requireNonNull(eventId, "eventId"), now) != null) {
            return false;
        }
        if (claims.size() > maxEvents) {
            claims.remove(claims.keySet().iterator().next());
        }
        return true;
    }

    @Override
    public synchronized void release(String eventId) {
        claims.remove(eventId);
    }

    private void forgetBefore(Instant oldest) {
        Iterator<Instant> times = claims.values().iterator();
        while (times.hasNext() && !times.next().isAfter(oldest)) {
            times.remove();
        }
    }

    /** Returns how much is remembered. */
    @Override
    public synchronized String toString() {
        return "MemoryReplayGuard[events=" + claims.size() + ", retention=" + retention + ", maxEvents=" + maxEvents
                + "]";
    }
}
