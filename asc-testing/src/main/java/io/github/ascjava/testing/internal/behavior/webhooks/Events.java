package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Instant;
import java.util.function.Function;
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
        happened(
                "APP_STORE_VERSION_APP_VERSION_STATE_UPDATED",
                app,
                payload -> payload.appVersionState(version, from, to),
                world);
    }

    /** Reports that a build upload changed its state. */
    public void buildUploadState(
            StoredResource app, StoredResource upload, String from, String to, SandboxState world) {
        happened("BUILD_UPLOAD_STATE_UPDATED", app, payload -> payload.buildUploadState(upload, from, to), world);
    }

    /** Reports that a build changed its external testing state. */
    public void externalBuildState(
            StoredResource app, StoredResource detail, String from, String to, SandboxState world) {
        happened(
                "BUILD_BETA_DETAIL_EXTERNAL_BUILD_STATE_UPDATED",
                app,
                payload -> payload.externalBuildState(detail, from, to),
                world);
    }

    /** Reports that a tester submitted a screenshot or a crash. */
    public void feedback(StoredResource app, StoredResource feedback, SandboxState world) {
        String eventType = feedback.type().equals("betaFeedbackCrashSubmissions")
                ? "BETA_FEEDBACK_CRASH_SUBMISSION_CREATED"
                : "BETA_FEEDBACK_SCREENSHOT_SUBMISSION_CREATED";
        happened(eventType, app, payload -> payload.created(feedback), world);
    }

    /** Sends a ping to a webhook, which only shows that it can be reached. */
    void ping(StoredResource webhook, SandboxState world) {
        deliveries.send(webhook, event(null, Payload::ping, world), world);
    }

    private void happened(
            String eventType, StoredResource app, Function<Payload, ObjectNode> writer, SandboxState world) {
        for (StoredResource webhook : world.store().related(app, "webhooks")) {
            if (listens(webhook, eventType)) {
                deliveries.send(webhook, event(eventType, writer, world), world);
            }
        }
    }

    private static boolean listens(StoredResource webhook, String eventType) {
        boolean found = false;
        for (var each : webhook.attributes().path("eventTypes")) {
            found |= each.asText().equals(eventType);
        }
        return found && webhook.flag("enabled");
    }

    private static StoredResource event(
            @Nullable String eventType, Function<Payload, ObjectNode> writer, SandboxState world) {
        Instant now = world.clock().instant();
        String id = world.ids().uuid();
        ObjectNode payload = writer.apply(new Payload(world.baseUrl(), id, now));
        return world.store()
                .add("webhookEvents", id)
                .with("eventType", eventType)
                .with("payload", payload.toString())
                .with("ping", eventType == null)
                .with("createdDate", Dates.zulu(now));
    }
}
