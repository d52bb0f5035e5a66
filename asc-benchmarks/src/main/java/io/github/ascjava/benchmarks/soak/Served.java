package io.github.ascjava.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The responses to the requests of one call for one page, in order; null stands for a good one. */
final class Served {

    private final List<@Nullable Fault> outcomes = new ArrayList<>();
    private int told;

    synchronized @Nullable Fault serve(FaultPlan plan, int call, int page) {
        Fault previous = outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
        Fault fault = plan.next(call, page, outcomes.size(), previous);
        outcomes.add(fault);
        return fault;
    }

    /** Returns the responses since the last call of this method. */
    synchronized List<@Nullable Fault> take() {
        List<@Nullable Fault> taken = new ArrayList<>(outcomes.subList(told, outcomes.size()));
        told = outcomes.size();
        return taken;
    }
}
