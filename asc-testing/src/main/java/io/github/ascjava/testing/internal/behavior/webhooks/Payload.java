package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Instant;
import okhttp3.HttpUrl;

/**
 * Writes the payload of a delivery; its member names differ from event to event.
 *
 * @param baseUrl the beginning of all links
 * @param id the event's ID, which redeliveries share
 * @param time when the event happened
 */
record Payload(HttpUrl baseUrl, String id, Instant time) {

    ObjectNode ping() {
        return dated(payload("webhookPingCreated"));
    }

    ObjectNode appVersionState(StoredResource version, String oldState, String newState) {
        ObjectNode payload = payload("appStoreVersionAppVersionStateUpdated");
        attributes(payload).put("newValue", newState).put("oldValue", oldState);
        return about(version, dated(payload));
    }

    /** Without a timestamp, as in Apple's sample (docs/live-service.md#webhook-names-differ-by-event). */
    ObjectNode buildUploadState(StoredResource upload, String oldState, String newState) {
        ObjectNode payload = payload("buildUploadStateUpdated");
        attributes(payload).put("newState", newState).put("oldState", oldState);
        return about(upload, payload);
    }

    ObjectNode externalBuildState(StoredResource detail, String oldState, String newState) {
        ObjectNode payload = payload("buildBetaDetailExternalBuildStateUpdated");
        attributes(payload).put("newExternalBuildState", newState).put("oldExternalBuildState", oldState);
        return about(detail, dated(payload));
    }

    ObjectNode created(StoredResource feedback) {
        String type = feedback.type().equals("betaFeedbackCrashSubmissions")
                ? "betaFeedbackCrashSubmissionCreated"
                : "betaFeedbackScreenshotSubmissionCreated";
        return about(feedback, dated(payload(type)));
    }

    private ObjectNode dated(ObjectNode payload) {
        attributes(payload).put("timestamp", Dates.zulu(time));
        return payload;
    }

    private static ObjectNode attributes(ObjectNode payload) {
        return data(payload).withObjectProperty("attributes");
    }

    private ObjectNode payload(String type) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("data").put("type", type).put("id", id).put("version", 1);
        return payload;
    }

    private ObjectNode about(StoredResource resource, ObjectNode payload) {
        ObjectNode instance = data(payload).putObject("relationships").putObject("instance");
        instance.putObject("data").put("type", resource.type()).put("id", resource.id());
        HttpUrl self = baseUrl.newBuilder()
                .addPathSegment("v1")
                .addPathSegment(resource.type())
                .addPathSegment(resource.id())
                .build();
        instance.putObject("links").put("self", self.toString());
        return payload;
    }

    private static ObjectNode data(ObjectNode payload) {
        return payload.withObjectProperty("data");
    }
}
