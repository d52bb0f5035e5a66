package io.github.ascjava.testing.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The sandbox's time: another clock plus the durations by which a test advanced it. Thread-safe. */
public final class SandboxClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    /** Creates a clock that agrees with another one until it is advanced. */
    public SandboxClock(Clock real) {
        this.real = real;
    }

    /**
     * Advances the time.
     *
     * @param duration zero or more
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time only goes forward, but was to be advanced by " + duration + ".");
        }
        ahead = ahead.plus(duration);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The sandbox counts in UTC.");
    }
}
