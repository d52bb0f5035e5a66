package io.github.ascjava.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apple's time: this machine's clock, corrected by the {@code Date} of a 401 response.
 *
 * <p>A server that is not Apple's may move it forward only so far: it could name a date of its choice, and keep the token
 * that it receives until that date has come.
 *
 * <p>Thread-safe.
 */
final class ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    /** {@code Date} has whole seconds and the response took some time, so smaller differences are ignored. */
    private static final long SMALLEST_OFFSET_MILLIS = 10_000;

    private final Clock local;
    private final Duration maxForward;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long offsetMillis;
    /** The last offset that was not followed, so that it is logged once. */
    private long refusedMillis;

    /** @param maxForward how far a server that is not Apple's may move the clock forward */
    ServerClock(Clock local, Duration maxForward) {
        this.local = local;
        this.maxForward = maxForward;
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
     * @param isApples whether the response is from a server of Apple's
     * @return null, or a sentence that says why the date was not followed
     */
    @Nullable
    String learn(Instant date, long sentMillis, boolean isApples) {
        long halfWay = sentMillis + (local.millis() - sentMillis) / 2;
        // Truncation to seconds loses half a second on average.
        long measured = date.toEpochMilli() + 500 - halfWay;
        lock.lock();
        try {
            if (!isApples && isTooFar(measured)) {
                return refuse(date, halfWay, measured);
            }
            follow(Math.abs(measured) < SMALLEST_OFFSET_MILLIS ? 0 : measured);
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Differences below the smallest offset are within the precision of the measurement. */
    private boolean isTooFar(long measured) {
        return Duration.ofMillis(measured).minusMillis(SMALLEST_OFFSET_MILLIS).compareTo(maxForward) >= 0;
    }

    private String refuse(Instant date, long localMillis, long measured) {
        String problem = "The server's clock says " + date.truncatedTo(ChronoUnit.SECONDS) + " and this machine's "
                + Instant.ofEpochMilli(localMillis).truncatedTo(ChronoUnit.SECONDS)
                + ", which is more than the maxClockSkew of " + maxForward
                + ", so tokens are not dated by the server's."
                + " Correct the wrong clock, or set maxClockSkew if the server is trusted with tokens of its date.";
        if (Math.abs(measured - refusedMillis) >= SMALLEST_OFFSET_MILLIS) {
            refusedMillis = measured;
            LOG.warn("{}", problem);
        }
        return problem;
    }

    private void follow(long offset) {
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
