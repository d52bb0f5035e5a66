package io.github.ascjava.testing.behaviour.prices;

import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package. */
public final class PriceBehaviours {

    private PriceBehaviours() {}

    /** Makes them for one sandbox. */
    public static List<Behaviour> all() {
        return List.of(
                new PricePoints(), new PriceSchedules(), new Purchases(), new PurchaseReviews(), new OneTimeCodes());
    }
}
