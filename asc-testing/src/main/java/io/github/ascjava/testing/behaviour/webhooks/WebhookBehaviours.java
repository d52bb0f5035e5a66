package io.github.ascjava.testing.behaviour.webhooks;

import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package, and what others tell them. */
public final class WebhookBehaviours {

    private final Deliveries deliveries = new Deliveries();
    private final Events events = new Events(deliveries);
    /** Returns the behaviours. */
    public List<Behaviour> all() {
        return List.of(new Webhooks(deliveries, events));
    }

    /** Returns what others tell when something happens. */
    public Events events() {
        return events;
    }
}
