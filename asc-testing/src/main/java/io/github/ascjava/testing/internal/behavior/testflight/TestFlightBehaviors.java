package io.github.ascjava.testing.internal.behavior.testflight;

import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package, and the one that build uploads need. */
public final class TestFlightBehaviors {

    private final Scheduler agenda = new Scheduler();
    private final Events events;
    private final BetaStates states;
    private final Builds builds;

    /** Creates the behaviors for one sandbox. */
    public TestFlightBehaviors(Events events) {
        this.events = events;
        this.states = new BetaStates(events);
        this.builds = new Builds(states);
    }

    /** Returns the behaviors. */
    public List<ResourceHook> all() {
        Testers testers = new Testers(agenda);
        return List.of(
                builds,
                new BetaGroups(testers, states),
                new GroupLinks(),
                testers,
                new TesterInvitations(testers),
                agenda,
                new BetaReviews(states, agenda),
                new BetaFeedback(events));
    }

    /** Returns the behavior that build uploads notify of a processed build. */
    public Builds builds() {
        return builds;
    }
}
