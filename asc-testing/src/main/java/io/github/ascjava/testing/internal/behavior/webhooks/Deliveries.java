package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import okio.ByteString;

/** Records deliveries, sends them after the request that caused them, and records their outcome. */
final class Deliveries {

    static final String TYPE = "webhookDeliveries";

    private final Deliverer deliverer = new Deliverer();

    /** Delivers an event to a webhook for the first time. */
    void send(StoredResource webhook, StoredResource event, SandboxState world) {
        StoredResource delivery = world.store().add(TYPE, world.ids().uuid());
        send(delivery, webhook, event, false, world);
    }

    /** Delivers an event to a webhook; the delivery is pending until it has been sent. */
    void send(
            StoredResource delivery, StoredResource webhook, StoredResource event, boolean again, SandboxState world) {
        String url = webhook.text("url");
        ObjectNode attributes = delivery.attributes();
        attributes
                .put("createdDate", Dates.zulu(world.clock().instant()))
                .put("deliveryState", "PENDING")
                .putNull("errorMessage")
                .put("redelivery", again)
                .putNull("sentDate");
        attributes.putObject("request").put("url", url);
        attributes.putNull("response");
        webhook.link("deliveries", delivery);
        delivery.link("event", event);

        ByteString body = ByteString.encodeUtf8(event.text("payload"));
        String secret = webhook.text("secret");
        world.afterwards(() -> {
            Deliverer.Outcome outcome = deliverer.deliver(url, body, secret);
            world.locked(() -> record(outcome, attributes, world));
        });
    }

    private static void record(Deliverer.Outcome outcome, ObjectNode attributes, SandboxState world) {
        attributes
                .put("deliveryState", outcome.error() == null ? "SUCCEEDED" : "FAILED")
                .put("errorMessage", outcome.error())
                .put("sentDate", Dates.zulu(world.clock().instant()));
        if (outcome.status() != null) {
            attributes
                    .putObject("response")
                    .put("httpStatusCode", outcome.status())
                    .put("body", outcome.body());
        }
    }
}
