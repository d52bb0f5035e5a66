package io.github.ascjava.testing.internal.behavior.webhooks;

import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package, and the events that other behaviors report. */
public final class WebhookBehaviors {

    private final Deliveries deliveries = new Deliveries();
    private final Events events = new Events(deliveries);
    /** Returns the behaviors. */
    public List<ResourceHook> all() {
        return List.of(new Webhooks(deliveries, events));
    }

    /** Returns the receiver of events that other behaviors report. */
    public Events events() {
        return events;
    }
}
