package io.github.ascjava.benchmarks.soak;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Decides which responses are faulty; the same seed makes the same decisions, regardless of the order of requests. */
final class FaultPlan {

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int UNLUCKY_ONE_OF = 101;
    private static final double UNLUCKY_SHARE = 0.9;

    private final long seed;
    private final double share;

    /**
     * Creates a plan.
     *
     * @param share the share of faulty responses, from 0 to 1; about one call in a hundred meets many more, so that
     *     some exhaust their retries
     */
    FaultPlan(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    /**
     * Returns the fault for a request, or null for a good response.
     *
     * @param call the number of the call
     * @param page the number of the page of a list
     * @param arrival the number of earlier requests for the same page
     * @param previous the fault of the previous one
     */
    @Nullable
    Fault next(int call, int page, int arrival, @Nullable Fault previous) {
        SplittableRandom random = new SplittableRandom(seed ^ call * 1_000_003L + page * 8_191L + arrival * 131L);
        // The first numbers of adjacent seeds are similar.
        random.nextLong();
        boolean isUnlucky = call % UNLUCKY_ONE_OF == UNLUCKY_ONE_OF - 1;
        if (random.nextDouble() >= (isUnlucky ? UNLUCKY_SHARE : share)) {
            return null;
        }
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        // Once only: a new token is not rejected again.
        return fault == Fault.UNAUTHORIZED && previous == Fault.UNAUTHORIZED ? Fault.ERROR_500 : fault;
    }
}
