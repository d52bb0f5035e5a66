package io.github.ascjava.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two times of calls: the date, for tokens and headers, and a monotonic time, for timeouts.
 *
 * <p>Correcting the clock of the machine, as this library recommends, must not end running calls.
 */
final class CallTime {

    static final CallTime SYSTEM = new CallTime(Clock.systemUTC(), System::nanoTime);

    private final Clock clock;
    private final LongSupplier nanos;

    private CallTime(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Returns a time that uses the given clock for both. */
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
