package io.github.ascjava.testing.behaviour.release;

import io.github.ascjava.testing.behaviour.common.Agenda;
import io.github.ascjava.testing.behaviour.webhooks.Events;
import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package. */
public final class ReleaseBehaviours {

    private ReleaseBehaviours() {}

    /** Makes them for one sandbox. */
    public static List<Behaviour> all(Events events) {
        Agenda agenda = new Agenda();
        VersionState states = new VersionState(events);
        PhasedReleases phasedReleases = new PhasedReleases();
        Shop shop = new Shop(states, phasedReleases, agenda);
        return List.of(
                new Versions(),
                new AppInfos(),
                phasedReleases,
                new ReviewItems(states),
                new ReviewSubmissions(states, shop, agenda),
                new ReleaseRequests(shop, agenda),
                new ReviewResponses(),
                new Locales());
    }
}
