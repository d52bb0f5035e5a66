package io.github.ascjava.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apple's time as far as it is known: this machine's clock, corrected by what a refused request's {@code Date} showed.
 *
 * <p>Thread-safe.
 */
final class ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    /** {@code Date} counts whole seconds and the answer took its time; below this a difference means nothing. */
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
     * Learns from an answer.
     *
     * @param date the answer's {@code Date}
     * @param sentMillis this machine's time when the request was sent, as {@link #localMillis()}
     */
    void learn(Instant date, long sentMillis) {
        long halfWay = sentMillis + (local.millis() - sentMillis) / 2;
        // Half a second on average is lost between the moment and its second.
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
                "This machine's clock is {} s {} App Store Connect's; tokens are dated accordingly. Set the clock right.",
                Math.abs(offset) / 1000,
                offset > 0 ? "behind" : "ahead of");
    }
}
