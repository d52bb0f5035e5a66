package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one request document: the resource itself, then the resources that are created with it.
 *
 * <p>Those have local IDs such as <code>${prices-0}</code>, both in the relationship and in {@code included}; Apple
 * rejects other forms (docs/live-service.md#local-ids-have-one-form). They are generated here.
 */
final class BodyWriter {

    private final JsonGenerator json;
    private final SerializerProvider provider;
    private final List<UpdateRequest<ResourceBody>> included = new ArrayList<>();

    BodyWriter(JsonGenerator json, SerializerProvider provider) {
        this.json = json;
        this.provider = provider;
    }

    void write(@Nullable String id, ResourceBody body) throws IOException {
        json.writeStartObject();
        json.writeFieldName("data");
        resource(id, body);
        if (!included.isEmpty()) {
            json.writeArrayFieldStart("included");
            // Writing one may add further ones that it creates in turn.
            for (int i = 0; i < included.size(); i++) {
                resource(included.get(i).id(), included.get(i).body());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void resource(@Nullable String id, ResourceBody body) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", body.type());
        if (id != null) {
            json.writeStringField("id", id);
        }
        if (!body.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, @Nullable Object> attribute :
                    body.attributes().entrySet()) {
                provider.defaultSerializeField(attribute.getKey(), attribute.getValue(), json);
            }
            json.writeEndObject();
        }
        if (!body.relationships().isEmpty()) {
            json.writeObjectFieldStart("relationships");
            for (Map.Entry<String, @Nullable Object> relationship :
                    body.relationships().entrySet()) {
                json.writeObjectFieldStart(relationship.getKey());
                json.writeFieldName("data");
                linkage(relationship.getKey(), relationship.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void linkage(String name, @Nullable Object linkage) throws IOException {
        if (linkage instanceof ResourceIdentifier identifier) {
            json.writeStartObject();
            json.writeStringField("type", identifier.type());
            json.writeStringField("id", identifier.id());
            json.writeEndObject();
        } else if (linkage instanceof ResourceBody body) {
            String localId = "${" + name + "-" + included.size() + "}";
            included.add(new UpdateRequest<>(localId, body));
            linkage(name, new ResourceIdentifier(body.type(), localId));
        } else if (linkage instanceof List<?> several) {
            json.writeStartArray();
            for (Object each : several) {
                linkage(name, each);
            }
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }
}
