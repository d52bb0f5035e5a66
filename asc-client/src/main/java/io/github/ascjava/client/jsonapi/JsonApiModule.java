package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Teaches a Jackson mapper to write request bodies and the values in them. */
public final class JsonApiModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Makes the module; register it with {@code ObjectMapper.registerModule}. */
    public JsonApiModule() {
        super("asc-jsonapi");
        addSerializer(ResourceBody.class, of((body, json, provider) -> document(null, body, json, provider)));
        addSerializer(
                Identified.class, of((update, json, provider) -> document(update.id(), update.body(), json, provider)));
        addSerializer(OpenEnum.class, of((value, json, provider) -> json.writeString(value.value())));
        addSerializer(OffsetDateTime.class, of((value, json, provider) -> json.writeString(DateTimes.format(value))));
        addSerializer(LocalDate.class, of((value, json, provider) -> json.writeString(value.toString())));
        addSerializer(URI.class, of((value, json, provider) -> json.writeString(value.toString())));
    }

    private static void document(
            @Nullable String id, ResourceBody body, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("data");
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
                linkage(relationship.getValue(), json);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void linkage(@Nullable Object linkage, JsonGenerator json) throws IOException {
        if (linkage instanceof ResourceIdentifier identifier) {
            json.writeStartObject();
            json.writeStringField("type", identifier.type());
            json.writeStringField("id", identifier.id());
            json.writeEndObject();
        } else if (linkage instanceof List<?> identifiers) {
            json.writeStartArray();
            for (Object identifier : identifiers) {
                linkage(identifier, json);
            }
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }

    private static <T> JsonSerializer<T> of(Writer<T> writer) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writer.write(value, json, provider);
            }
        };
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, JsonGenerator json, SerializerProvider provider) throws IOException;
    }
}
