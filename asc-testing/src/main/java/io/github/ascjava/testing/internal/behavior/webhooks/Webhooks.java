package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app has up to ten webhooks. They can be pinged, and a delivery can be repeated.
 *
 * <p>Their secret is write-only in the document, so no response contains it.
 */
final class Webhooks implements ResourceHook {

    private static final String TYPE = "webhooks";
    private static final String PINGS = "webhookPings";

    private final Deliveries deliveries;
    private final Events events;

    Webhooks(Deliveries deliveries, Events events) {
        this.deliveries = deliveries;
        this.events = events;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE, PINGS, Deliveries.TYPE);
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        JsonNode secret = Bodies.attribute(body, "secret");
        if (operation.type().equals(TYPE)
                && secret.isTextual()
                && secret.asText().isEmpty()) {
            throw Errors.refusal("webhooks.secret");
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        switch (created.type()) {
            case PINGS -> created.related("webhook").forEach(webhook -> events.ping(webhook, world));
            case Deliveries.TYPE -> again(created, world);
            default -> {}
        }
    }

    private void again(StoredResource delivery, SandboxState world) {
        StoredResource template = one("template", delivery.related("template"));
        StoredResource event = one("event", template.related("event"));
        StoredResource webhook = one(
                "webhook",
                world.store().all(TYPE).stream()
                        .filter(each -> each.related("deliveries").contains(template))
                        .toList());
        deliveries.send(delivery, webhook, event, true, world);
    }

    private static StoredResource one(String what, List<StoredResource> found) {
        return found.stream().findFirst().orElseThrow(() -> Errors.refusal("webhookDeliveries.gone", what));
    }
}
