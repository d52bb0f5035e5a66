package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A Jackson module that writes request bodies and the values in them, and resources and pages as received.
 *
 * <p>Resources are written with everything that Apple sent, known or not. The module does not add reading.
 *
 * @since 0.1.0
 */
public final class JsonApiModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Creates the module; register it with {@code ObjectMapper.registerModule}. */
    public JsonApiModule() {
        super("asc-jsonapi");
        addSerializer(
                ResourceBody.class, of((body, json, provider) -> new BodyWriter(json, provider).write(null, body)));
        addSerializer(
                UpdateRequest.class,
                of((update, json, provider) -> new BodyWriter(json, provider).write(update.id(), update.body())));
        addSerializer(
                Resource.class,
                of((resource, json, provider) -> resource.unknownFields().write(json)));
        addSerializer(
                JsonResponse.class,
                of((answer, json, provider) -> answer.unknownFields().write(json)));
        addSerializer(
                Page.class,
                of((page, json, provider) -> page.included().source().write(json)));
        addSerializer(OpenEnum.class, of((value, json, provider) -> json.writeString(value.value())));
        addSerializer(OffsetDateTime.class, of((value, json, provider) -> json.writeString(DateTimes.format(value))));
        addSerializer(LocalDate.class, of((value, json, provider) -> json.writeString(value.toString())));
        addSerializer(URI.class, of((value, json, provider) -> json.writeString(value.toString())));
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
