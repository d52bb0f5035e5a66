package io.github.ascjava.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two times of calls: a date, for what others date, and a count that only goes on, for what is measured.
 *
 * <p>Setting the clock of the machine right, which this library asks people to do, must not end the calls under way.
 */
final class CallTime {

    static final CallTime SYSTEM = new CallTime(Clock.systemUTC(), System::nanoTime);

    private final Clock clock;
    private final LongSupplier nanos;

    private CallTime(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Returns a time for which the given clock stands in altogether. */
    static CallTime of(Clock clock) {
        Instant start = clock.instant();
        return new CallTime(
                clock, () -> Duration.between(start, clock.instant()).toNanos());
    }

    Instant date() {
        return clock.instant();
    }

    long nanos() {
        return nanos.getAsLong();
    }
}
