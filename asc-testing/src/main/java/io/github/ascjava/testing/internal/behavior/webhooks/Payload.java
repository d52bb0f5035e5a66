package io.github.ascjava.testing.internal.behavior.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The payload of a delivery; its member names differ from event to event. */
final class Payload {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ObjectNode data = json.putObject("data");

    /**
     * Creates a payload without attributes and relationships.
     *
     * @param eventType such as {@code BUILD_UPLOAD_STATE_UPDATED}
     * @param id the event's ID, which redeliveries share
     */
    Payload(String eventType, String id) {
        String[] words = eventType.toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder type = new StringBuilder(words[0]);
        Stream.of(words)
                .skip(1)
                .forEach(word -> type.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1)));
        data.put("type", type.toString()).put("id", id).put("version", 1);
    }

    /** Adds a change of an attribute; its name follows "new" and "old". */
    Payload changed(String name, String from, String to) {
        became(name, to);
        data.withObjectProperty("attributes").put("old" + name, from);
        return this;
    }

    /** Adds the new value of an attribute; its name follows "new". */
    Payload became(String name, String to) {
        data.withObjectProperty("attributes").put("new" + name, to);
        return this;
    }

    /** Adds when the event happened. */
    Payload at(Instant time) {
        data.withObjectProperty("attributes").put("timestamp", Dates.zulu(time));
        return this;
    }

    /** Adds the resource that the event is about. */
    Payload about(StoredResource resource, HttpUrl baseUrl) {
        ObjectNode instance = data.putObject("relationships").putObject("instance");
        instance.putObject("data").put("type", resource.type()).put("id", resource.id());
        HttpUrl self = baseUrl.newBuilder()
                .addPathSegment("v1")
                .addPathSegment(resource.type())
                .addPathSegment(resource.id())
                .build();
        instance.putObject("links").put("self", self.toString());
        return this;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
