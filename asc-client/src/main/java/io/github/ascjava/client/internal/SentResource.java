package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The resource in the body of a request that creates one. */
record SentResource(JsonNode data) {

    /**
     * Reads the body of a request.
     *
     * @throws IOException if it cannot be written twice, or is not a JSON:API document
     */
    static SentResource of(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null || body.isOneShot() || body.isDuplex()) {
            throw new IOException("its body can be read only once");
        }
        Buffer bytes = new Buffer();
        body.writeTo(bytes);
        JsonNode data = JsonTrees.read(bytes).path("data");
        if (!data.isObject()) {
            throw new IOException("its body has no resource object as data");
        }
        return new SentResource(data);
    }

    String type() {
        return data.path("type").asText();
    }

    /** Returns an attribute, or null if it was not sent. */
    @Nullable
    JsonNode attribute(String name) {
        return data.path("attributes").get(name);
    }

    /** Returns the resource linkage of a relationship, or null if it was not sent or names no resource. */
    @Nullable
    JsonNode relationship(String name) {
        JsonNode linkage = data.path("relationships").path(name).get("data");
        return linkage == null || linkage.isNull() || linkage.isEmpty() ? null : linkage;
    }

    /** Returns the ID of a to-one relationship or the text of an attribute, or null if there is neither. */
    @Nullable
    String member(String name) {
        JsonNode linkage = relationship(name);
        JsonNode value = linkage == null ? attribute(name) : linkage.get("id");
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
    }

    /** Returns whether an existing resource has the related resources that were sent, if any. */
    boolean relatesAlike(String name, JsonNode existing) {
        JsonNode linkage = relationship(name);
        return linkage == null
                || ids(existing.path("relationships").path(name).path("data")).containsAll(ids(linkage));
    }

    /** Returns the names of the attributes and relationships in which an existing resource differs, sorted. */
    List<String> differences(JsonNode existing, NaturalKey key) {
        Set<String> names = new TreeSet<>();
        data.path("attributes").properties().forEach(sent -> {
            JsonNode value = existing.path("attributes").get(sent.getKey());
            if (value != null && !SentValues.areSame(type(), sent.getKey(), sent.getValue(), value)) {
                names.add(sent.getKey());
            }
        });
        Collection<String> places = key.places();
        data.path("relationships").properties().forEach(sent -> {
            // Resources that the list belongs to are the same, and those that it does not show may differ.
            boolean isKnown = places.contains(sent.getKey()) || relationship(sent.getKey()) == null;
            if (!isKnown && !relatesAlike(sent.getKey(), existing)) {
                names.add(sent.getKey());
            }
        });
        return new ArrayList<>(names);
    }

    private static Set<String> ids(JsonNode linkage) {
        Set<String> ids = new TreeSet<>();
        if (linkage.isArray()) {
            linkage.forEach(each -> ids.add(each.path("id").asText()));
        } else if (linkage.isObject()) {
            ids.add(linkage.path("id").asText());
        }
        return ids;
    }
}
