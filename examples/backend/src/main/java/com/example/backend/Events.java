package com.example.backend;

import io.github.ascjava.webhooks.ReplayGuard;
import io.github.ascjava.webhooks.WebhookEvent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events of webhooks in the database, which all instances of this service share. The primary key is what makes an event
 * unique, so it is the replay guard as well.
 */
@Component
class Events implements ReplayGuard {

    private final JdbcClient database;

    Events(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean claim(String eventId) {
        try {
            database.sql("INSERT INTO events (id, received_at) VALUES (?, ?)")
                    .params(eventId, OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void release(String eventId) {
        database.sql("DELETE FROM events WHERE id = ?").param(eventId).update();
    }

    /** Adds to a claimed event what it says. */
    void record(WebhookEvent event) {
        database.sql("UPDATE events SET type = ?, instance = ? WHERE id = ?")
                .params(
                        event.type(),
                        event.instance() == null ? null : event.instance().id(),
                        event.id())
                .update();
    }

    /** Returns the types of the events that were handled; one that is being handled has none yet. */
    List<String> types() {
        return database.sql("SELECT type FROM events WHERE type IS NOT NULL ORDER BY received_at")
                .query(String.class)
                .list();
    }
}
