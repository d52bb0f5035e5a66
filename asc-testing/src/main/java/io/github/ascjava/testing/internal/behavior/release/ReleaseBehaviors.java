package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class ReleaseBehaviors {

    private ReleaseBehaviors() {}

    /** Creates the behaviors for one sandbox. */
    public static List<ResourceHook> all(Events events) {
        Scheduler agenda = new Scheduler();
        VersionState states = new VersionState(events);
        PhasedReleases phasedReleases = new PhasedReleases();
        Shop shop = new Shop(states, phasedReleases, agenda);
        ReviewItems items = new ReviewItems(states, agenda);
        return List.of(
                new Versions(items),
                phasedReleases,
                items,
                new ReviewSubmissions(states, shop, agenda, items),
                shop,
                agenda,
                new ReviewResponses());
    }
}
