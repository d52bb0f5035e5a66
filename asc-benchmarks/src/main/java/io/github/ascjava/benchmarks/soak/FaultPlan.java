package io.github.ascjava.benchmarks.soak;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Decides which answers are faults; the same seed decides the same, whatever the order in which requests come. */
final class FaultPlan {

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int UNLUCKY_ONE_OF = 101;
    private static final double UNLUCKY_SHARE = 0.9;

    private final long seed;
    private final double share;

    /**
     * Makes a plan.
     *
     * @param share the part of the answers that are faults, from 0 to 1; about one call of a hundred meets many more, so that
     *     some use up all their retries
     */
    FaultPlan(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    /**
     * Returns what to do with a request, or null to answer as a server should.
     *
     * @param call the number of the call
     * @param page the number of the page of a list
     * @param arrival how many requests for the same came before
     * @param previous what was done with the one before
     */
    @Nullable
    Fault next(int call, int page, int arrival, @Nullable Fault previous) {
        SplittableRandom random = new SplittableRandom(seed ^ call * 1_000_003L + page * 8_191L + arrival * 131L);
        // The first numbers of neighbouring seeds are alike.
        random.nextLong();
        boolean isUnlucky = call % UNLUCKY_ONE_OF == UNLUCKY_ONE_OF - 1;
        if (random.nextDouble() >= (isUnlucky ? UNLUCKY_SHARE : share)) {
            return null;
        }
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        // Once means once: a token that is new is not refused again.
        return fault == Fault.UNAUTHORIZED && previous == Fault.UNAUTHORIZED ? Fault.ERROR_500 : fault;
    }
}
