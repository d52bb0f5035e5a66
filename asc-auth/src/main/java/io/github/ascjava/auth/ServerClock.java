package io.github.ascjava.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apple's time: this machine's clock, corrected by the {@code Date} of a 401 response.
 *
 * <p>Thread-safe.
 */
final class ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    /** {@code Date} has whole seconds and the response took some time, so smaller differences are ignored. */
    private static final long SMALLEST_OFFSET_MILLIS = 10_000;

    private final Clock local;
    private volatile long offsetMillis;

    ServerClock(Clock local) {
        this.local = local;
    }

    long millis() {
        return local.millis() + offsetMillis;
    }

    long localMillis() {
        return local.millis();
    }

    /** How far Apple's clock is ahead of this machine's; negative if this machine's is ahead, zero if they agree. */
    Duration offset() {
        return Duration.ofMillis(offsetMillis);
    }

    /**
     * Updates the offset from a response.
     *
     * @param date the response's {@code Date}
     * @param sentMillis this machine's time when the request was sent, as {@link #localMillis()}
     */
    void learn(Instant date, long sentMillis) {
        long halfWay = sentMillis + (local.millis() - sentMillis) / 2;
        // Truncation to seconds loses half a second on average.
        long measured = date.toEpochMilli() + 500 - halfWay;
        long offset = Math.abs(measured) < SMALLEST_OFFSET_MILLIS ? 0 : measured;
        if (Math.abs(offset - offsetMillis) < SMALLEST_OFFSET_MILLIS) {
            return;
        }
        offsetMillis = offset;
        if (offset == 0) {
            LOG.info("This machine's clock and App Store Connect's agree again.");
            return;
        }
        LOG.warn(
                "This machine's clock is {} s {} App Store Connect's; tokens are dated accordingly. Correct the clock.",
                Math.abs(offset) / 1000,
                offset > 0 ? "behind" : "ahead of");
    }
}
