package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Other behaviors report events here, for the webhooks that subscribe to them. */
public final class Events {

    private final Deliveries deliveries;

    Events(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Reports that a version of an app changed its state. */
    public void appVersionState(
            StoredResource app, StoredResource version, String from, String to, SandboxState world) {
        Instant now = world.clock().instant();
        happened(
                "APP_STORE_VERSION_APP_VERSION_STATE_UPDATED",
                app,
                version,
                world,
                payload -> payload.changed("Value", from, to).at(now));
    }

    /**
     * Reports that a build upload changed its state, without a time and without the state before
     * (docs/live-service.md#webhook-names-differ-by-event).
     */
    public void buildUploadState(StoredResource app, StoredResource upload, String state, SandboxState world) {
        happened("BUILD_UPLOAD_STATE_UPDATED", app, upload, world, payload -> payload.became("State", state));
    }

    /** Reports that a build changed its external testing state. */
    public void externalBuildState(
            StoredResource app, StoredResource detail, String from, String to, SandboxState world) {
        Instant now = world.clock().instant();
        happened(
                "BUILD_BETA_DETAIL_EXTERNAL_BUILD_STATE_UPDATED",
                app,
                detail,
                world,
                payload -> payload.changed("ExternalBuildState", from, to).at(now));
    }

    /** Reports that a tester submitted a screenshot or a crash. */
    public void feedback(StoredResource app, StoredResource feedback, SandboxState world) {
        String kind = feedback.type().equals("betaFeedbackCrashSubmissions") ? "CRASH" : "SCREENSHOT";
        Instant now = world.clock().instant();
        happened("BETA_FEEDBACK_" + kind + "_SUBMISSION_CREATED", app, feedback, world, payload -> payload.at(now));
    }

    /** Sends a ping to a webhook, which only shows that it can be reached. */
    void ping(StoredResource webhook, SandboxState world) {
        String id = world.ids().uuid();
        Payload payload =
                new Payload("WEBHOOK_PING_CREATED", id).at(world.clock().instant());
        deliveries.send(webhook, event(null, id, payload, world), world);
    }

    private void happened(
            String eventType,
            StoredResource app,
            StoredResource subject,
            SandboxState world,
            UnaryOperator<Payload> attributes) {
        for (StoredResource webhook : app.related("webhooks")) {
            if (listens(webhook, eventType)) {
                String id = world.ids().uuid();
                Payload payload = attributes.apply(new Payload(eventType, id)).about(subject, world.baseUrl());
                deliveries.send(webhook, event(eventType, id, payload, world), world);
            }
        }
    }

    private static boolean listens(StoredResource webhook, String eventType) {
        boolean found = false;
        for (JsonNode each : webhook.attributes().path("eventTypes")) {
            found |= each.asText().equals(eventType);
        }
        return found && webhook.flag("enabled");
    }

    private static StoredResource event(@Nullable String eventType, String id, Payload payload, SandboxState world) {
        return world.store()
                .add("webhookEvents", id)
                .with("eventType", eventType)
                .with("payload", payload.toString())
                .with("ping", eventType == null)
                .with("createdDate", Dates.zulu(world.clock().instant()));
    }
}
