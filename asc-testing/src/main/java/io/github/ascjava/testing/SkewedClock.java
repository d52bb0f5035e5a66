package io.github.ascjava.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time of the sandbox's responses and token validation: its own, plus the skew that a test set. Thread-safe. */
final class SkewedClock extends Clock {

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    SkewedClock(Clock clock) {
        this.clock = clock;
    }

    void skew(Duration newSkew) {
        skew = newSkew;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The sandbox uses UTC.");
    }
}
