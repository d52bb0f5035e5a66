package com.example.backend;

import io.github.ascjava.webhooks.WebhookEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of the events of webhooks, which the starter has verified. */
@Component
class BuildEvents {

    private final Events events;

    BuildEvents(Events events) {
        this.events = events;
    }

    /** If this fails, the response is 503 and the event can be delivered again. */
    @EventListener
    void on(WebhookEvent event) {
        events.record(event);
    }
}
