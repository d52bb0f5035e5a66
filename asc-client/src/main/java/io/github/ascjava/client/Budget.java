package io.github.ascjava.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One budget of a key, by the hour or by the minute, as a schedule of requests; the caller locks.
 *
 * <p>While there is plenty, requests go at once. When only the reserve is left they go at the pace at which the budget comes
 * back, and the deeper the reserve is used, the slower, so that several programs that know nothing of each other settle
 * down before the budget is gone.
 */
final class Budget {

    /** The part of the budget that is used slowly. */
    private static final int RESERVE = 10;
    /** How much slower than the budget comes back it is used in the end. */
    private static final double SLOWEST = 10;

    private final long periodMillis;
    /** How many requests may be saved up; 0 if nothing is known, and nothing limited. */
    private double most;
    /** How far apart requests go when none are saved up. */
    private double spacingMillis;
    /** When the last request that was let go is due; the further in the past, the more are saved up. */
    private double lastDueMillis;

    Budget(Duration period) {
        this.periodMillis = period.toMillis();
    }

    double millisUntilFree(long now) {
        return Math.max(0, nextDue(now) - now);
    }

    void take(long now) {
        lastDueMillis = nextDue(now);
    }

    /** Takes over what an answer said; without a limit there is no pace, and without a remainder nothing new. */
    void observe(long now, @Nullable Integer limit, @Nullable Integer remaining) {
        if (limit == null || limit <= 0 || remaining == null) {
            return;
        }
        // Requests that wait for their turn are not in Apple's number yet.
        double waiting = most == 0 ? 0 : Math.max(0, (lastDueMillis - now) / spacingMillis);
        double reserve = Math.max(1, (double) limit / RESERVE);
        double slower = Math.min(SLOWEST, Math.max(1, reserve / Math.max(1, remaining)));
        most = limit;
        spacingMillis = slower * periodMillis / limit;
        lastDueMillis = now - (Math.max(0, remaining - reserve) - waiting) * spacingMillis;
    }

    private double nextDue(long now) {
        return most == 0 ? now : Math.max(lastDueMillis, now - most * spacingMillis) + spacingMillis;
    }
}
