package io.github.ascjava.webhooks;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that App Store Connect sent to a webhook. Immutable and thread-safe.
 *
 * <p>An event is a hint that something changed. It may arrive late, twice or not at all, and before the call that caused it
 * has returned: read the resource again before acting on it. {@link #instance()} names the resource, and {@link #payload()}
 * names it by its kind:
 *
 * <pre>{@code
 * if (event.payload() instanceof WebhookPayload.BuildUploadStateUpdated upload && upload.buildUploadId() != null) {
 *     BuildUpload current = asc.buildUploads().get(upload.buildUploadId()).execute();
 * }
 * }</pre>
 *
 * <p>Links are not offered: Apple's samples have links to other hosts and relative ones, and a client that follows them would
 * send its token there. They are part of {@link #json()} only.
 *
 * <p>See <a href="https://developer.apple.com/documentation/appstoreconnectapi/webhook-events">Understanding webhook
 * events</a> and docs/live-service.md#webhook-names-differ-by-event.
 *
 * @since 0.1.0
 */
public final class WebhookEvent {

    private final String json;
    private final String type;
    private final @Nullable String id;
    private final @Nullable OffsetDateTime timestamp;
    private final Map<String, @Nullable Object> attributes;
    private final Map<String, ResourceIdentifier> relationships;
    private final WebhookPayload payload;

    WebhookEvent(
            String json,
            String type,
            @Nullable String id,
            @Nullable OffsetDateTime timestamp,
            Map<String, @Nullable Object> attributes,
            Map<String, ResourceIdentifier> relationships) {
        this.json = json;
        this.type = type;
        this.id = id;
        this.timestamp = timestamp;
        this.attributes = attributes;
        this.relationships = Collections.unmodifiableMap(relationships);
        this.payload = Payloads.of(type, attributes, this.relationships);
    }

    /**
     * Reads an event without verifying it: one from the API, where {@code WebhookEvent.payload()} of a delivery has its text,
     * or one for a unit test. A request from the network belongs to {@link WebhookVerifier#verify(byte[], String)}.
     *
     * @param json the payload, {@code {"data": {"type": "buildUploadStateUpdated", ..}}}
     * @throws InvalidWebhookException if the text is not an event
     */
    public static WebhookEvent parse(String json) {
        return EventReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the ID of the event, a UUID, which a redelivery is assumed to share; null if the payload has none, which only
     * samples of pings have shown.
     */
    public @Nullable String id() {
        return id;
    }

    /** Returns the type in the spelling of payloads, such as {@code buildUploadStateUpdated}. */
    public String type() {
        return type;
    }

    /**
     * Returns the type in the spelling of the API, such as {@link WebhookEventType#BUILD_UPLOAD_STATE_UPDATED}. That of a
     * ping is {@code WEBHOOK_PING_CREATED}, to which no webhook can subscribe.
     */
    public WebhookEventType eventType() {
        return WebhookEventType.of(EventReader.upperSnakeCase(type));
    }

    /**
     * Returns when the event happened; null if the payload does not say, as in Apple's sample of a build upload. Compare
     * these to recognize an event that is overtaken by a newer one: no order of delivery is promised.
     */
    public @Nullable OffsetDateTime timestamp() {
        return timestamp;
    }

    /**
     * Returns the type and ID of the resource that changed; null for pings and for the availability of territories. The type
     * is as received: that of an internal beta release has been seen as the event's name.
     */
    public @Nullable ResourceIdentifier instance() {
        return relationships.get("instance");
    }

    /** Returns the content by the type of the event; {@link WebhookPayload.Unknown} for types that this version does not know. */
    public WebhookPayload payload() {
        return payload;
    }

    /**
     * Returns all attributes by name, known ones included. Values are plain and immutable: {@link String},
     * {@link java.math.BigDecimal}, {@link Boolean}, {@link java.util.List}, {@link Map} and null.
     */
    public Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /** Returns the resources that the event names, by relationship, such as {@code instance} and {@code marketplaceApp}. */
    public Map<String, ResourceIdentifier> relationships() {
        return relationships;
    }

    /** Returns the payload as received, without a byte order mark. */
    public String json() {
        return json;
    }

    /** Compares the payloads as received. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebhookEvent that && that.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Returns type, ID and instance. */
    @Override
    public String toString() {
        return "WebhookEvent[type=" + type + ", id=" + id + ", instance=" + instance() + "]";
    }
}
