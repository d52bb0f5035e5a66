package io.github.ascjava.testing.internal.behavior.prices;

import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class PriceBehaviors {

    private PriceBehaviors() {}

    /** Creates the behaviors for one sandbox. */
    public static List<ResourceHook> all() {
        Scheduler agenda = new Scheduler();
        return List.of(
                new PricePoints(),
                new PriceSchedules(),
                new Purchases(),
                new PurchaseReviews(agenda),
                agenda,
                new OneTimeCodes());
    }
}
