package com.example.consumer;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.webhooks.WebhookEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names of apps, and types of events. */
@SpringBootApplication
@RestController
public class Application {

    private final AppStoreConnect asc;
    private final List<String> events = new CopyOnWriteArrayList<>();

    public Application(AppStoreConnect asc) {
        this.asc = asc;
    }

    @GetMapping("/apps")
    List<String> apps() {
        return asc.apps().list().stream().map(app -> app.name()).toList();
    }

    @GetMapping("/events")
    List<String> events() {
        return events;
    }

    @EventListener
    void on(WebhookEvent event) {
        events.add(event.type());
    }
}
