package io.github.ascjava.client.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One budget of a key, by the hour or by the minute, as a schedule of requests; the caller locks.
 *
 * <p>While there is plenty, requests go at once. When only the reserve is left they go at a pace at which it would last for
 * the whole period even if nothing came back meanwhile, as nothing does for a while after a burst. So it is used ever more
 * slowly, and several programs that know nothing of each other settle down before the budget is gone.
 */
final class RateLimitWindow {

    /** The part of the budget that is used slowly. */
    private static final int RESERVE = 10;
    /** How often the budget is tried at least, in parts of its period: it may have come back unseen. */
    private static final int TRIES = 4;

    private static final double LONGEST_SPACING_MILLIS = Duration.ofMinutes(1).toMillis();

    private final long periodMillis;
    /** How many requests may be saved up; 0 if nothing is known, and nothing limited. */
    private double most;
    /** How far apart requests go when none are saved up. */
    private double spacingMillis;
    /** When the last request that was let go is due; the further in the past, the more are saved up. */
    private double lastDueMillis;

    RateLimitWindow(Duration period) {
        this.periodMillis = period.toMillis();
    }

    double millisUntilFree(long now) {
        return Math.max(0, nextDue(now) - now);
    }

    void take(long now) {
        lastDueMillis = nextDue(now);
    }

    /**
     * Takes over what an answer said; without a limit there is no pace, and without a remainder nothing new.
     *
     * @param underWay how many requests are, and so not in Apple's number yet
     * @param waiting how many wait for their turn
     */
    void observe(long now, @Nullable Integer limit, @Nullable Integer remaining, int underWay, int waiting) {
        if (limit == null || limit <= 0 || remaining == null) {
            return;
        }
        double left = Math.max(0, (double) remaining - underWay);
        double reserve = Math.max(1, (double) limit / RESERVE);
        most = limit;
        spacingMillis = Math.min(
                periodMillis / Math.max(1, Math.min(left, reserve)),
                Math.min((double) periodMillis / TRIES, LONGEST_SPACING_MILLIS));
        lastDueMillis = now - (Math.max(0, left - reserve) - waiting) * spacingMillis;
    }

    private double nextDue(long now) {
        return most == 0 ? now : Math.max(lastDueMillis, now - most * spacingMillis) + spacingMillis;
    }
}
