package io.github.ascjava.client.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of a key per hour or per minute, as a schedule of requests; the caller locks.
 *
 * <p>While more than the reserve is left, requests are sent at once. The reserve is spent at a pace at which it lasts
 * for the whole period even if no request becomes available again, as after a burst. It is therefore spent ever more
 * slowly, and independent programs slow down before the limit is exhausted.
 */
final class RateLimitWindow {

    /** The part of the limit that is spent slowly; more if more requests are in flight. */
    private static final int RESERVE = 10;
    /** The longest pause, as a fraction of the period: requests may have become available unnoticed. */
    private static final int TRIES = 4;

    private static final double LONGEST_SPACING_MILLIS = Duration.ofMinutes(1).toMillis();

    private final long periodMillis;
    /** How many requests can be saved up; 0 if the limit is unknown. */
    private double most;
    /** The interval between requests when none are saved up. */
    private double spacingMillis;
    /** When the last granted request is due; the further in the past, the more are saved up. */
    private double lastDueMillis;

    RateLimitWindow(Duration period) {
        this.periodMillis = period.toMillis();
    }

    /**
     * Returns how long a request waits.
     *
     * @param others how many wait before it
     */
    double millisUntilFree(long now, int others) {
        return Math.max(0, nextDue(now) + others * spacingMillis - now);
    }

    void take(long now) {
        lastDueMillis = nextDue(now);
    }

    /**
     * Updates the window from a response; without a limit there is no pace, and without a remainder nothing changes.
     *
     * @param underWay how many requests are in flight, and therefore not in Apple's count yet
     */
    void observe(long now, @Nullable Integer limit, @Nullable Integer remaining, int underWay) {
        if (limit == null || limit <= 0 || remaining == null) {
            return;
        }
        double left = Math.max(0, (double) remaining - underWay);
        // Responses overtake each other, so what one reports may be wrong by as many requests as are in flight.
        double reserve = Math.max(1, Math.max((double) limit / RESERVE, Math.min(underWay, limit / 2.0)));
        most = limit;
        spacingMillis = Math.min(
                periodMillis / Math.max(1, Math.min(left, reserve)),
                Math.min((double) periodMillis / TRIES, LONGEST_SPACING_MILLIS));
        lastDueMillis = now - Math.max(0, left - reserve) * spacingMillis;
    }

    private double nextDue(long now) {
        return most == 0 ? now : Math.max(lastDueMillis, now - most * spacingMillis) + spacingMillis;
    }
}
