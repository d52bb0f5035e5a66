package io.github.ascjava.testing.behaviour.testflight;

import io.github.ascjava.testing.behaviour.common.Agenda;
import io.github.ascjava.testing.behaviour.webhooks.Events;
import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package, and the one that uploads need. */
public final class TestFlightBehaviours {

    private final Agenda agenda = new Agenda();
    private final Events events;
    private final BetaStates states;
    private final Builds builds;

    /** Makes them for one sandbox. */
    public TestFlightBehaviours(Events events) {
        this.events = events;
        this.states = new BetaStates(events);
        this.builds = new Builds(states);
    }

    /** Returns the behaviours. */
    public List<Behaviour> all() {
        return List.of(
                builds,
                new BetaGroups(),
                new TesterLinks(),
                new Testers(agenda),
                new GroupBuilds(states),
                new BetaReviews(states, agenda),
                new TesterTexts(),
                new BetaFeedback(events));
    }

    /** Returns what uploads tell when a build has been processed. */
    public Builds builds() {
        return builds;
    }
}
