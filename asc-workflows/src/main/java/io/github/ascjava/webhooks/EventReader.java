package io.github.ascjava.webhooks;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.webhooks.InvalidWebhookException.Problem;
import io.github.ascjava.webhooks.internal.PlainJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payload of an event.
 *
 * <p>Only a payload without {@code data.type} is rejected. Everything else may be missing or have another shape, because
 * payloads differ by event, and an event that cannot be read is lost (docs/live-service.md#webhook-names-differ-by-event).
 */
final class EventReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Fractions of 0 to 9 digits, and offsets with and without a colon (docs/live-service.md#date-times-vary). */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private EventReader() {}

    static WebhookEvent read(byte[] body) {
        String json = text(body);
        Map<?, ?> data = data(json);
        if (!(data.get("type") instanceof String type) || type.isEmpty()) {
            throw unreadable("has no data.type", null);
        }
        Map<String, @Nullable Object> attributes = object(data.get("attributes"));
        return new WebhookEvent(
                json,
                type,
                text(data.get("id")),
                dateTime(attributes.get("timestamp")),
                attributes,
                relationships(object(data.get("relationships"))));
    }

    /** Turns {@code buildUploadStateUpdated} into {@code BUILD_UPLOAD_STATE_UPDATED}. */
    static String upperSnakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 8);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (c >= 'A' && c <= 'Z' && snake.length() > 0) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toUpperCase(Locale.ROOT);
    }

    private static String text(byte[] body) {
        if (body.length == 0) {
            throw unreadable("is empty", null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable("is not UTF-8", e);
        }
    }

    private static Map<?, ?> data(String json) {
        try {
            if (PlainJson.object(json).get("data") instanceof Map<?, ?> data) {
                return data;
            }
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
        throw unreadable("has no object data", null);
    }

    private static Map<String, ResourceIdentifier> relationships(Map<String, @Nullable Object> relationships) {
        Map<String, ResourceIdentifier> identifiers = new LinkedHashMap<>();
        relationships.forEach((name, relationship) -> {
            Map<String, @Nullable Object> members = object(relationship);
            // Events of background assets have type and ID where others have data.
            Map<String, @Nullable Object> resource =
                    members.get("data") instanceof Map ? object(members.get("data")) : members;
            String type = text(resource.get("type"));
            String id = text(resource.get("id"));
            if (type != null && id != null) {
                identifiers.put(name, new ResourceIdentifier(type, id));
            }
        });
        return identifiers;
    }

    @SuppressWarnings("unchecked") // Objects of PlainJson have these types.
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static @Nullable OffsetDateTime dateTime(@Nullable Object value) {
        try {
            return value instanceof String text ? OffsetDateTime.parse(text, DATE_TIME) : null;
        } catch (DateTimeException e) {
            return null; // It stays in the attributes.
        }
    }

    private static InvalidWebhookException unreadable(String problem, @Nullable Throwable cause) {
        return new InvalidWebhookException(
                Problem.UNREADABLE_EVENT,
                "The body of the webhook request " + problem + ", so it is not an event.",
                cause);
    }
}
