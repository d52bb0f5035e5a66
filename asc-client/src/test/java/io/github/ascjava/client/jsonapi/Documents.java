package io.github.ascjava.client.jsonapi;

import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reads documents as Retrofit does. */
final class Documents {

    private static final Retrofit RETROFIT = new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addConverterFactory(JsonApiConverterFactory.create())
            .build();

    private Documents() {}

    static <T> T one(Class<T> type, String document) throws IOException {
        return type.cast(read(type, document.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads one resource with the given attributes. */
    static <T> T withAttributes(Class<T> type, String attributes) throws IOException {
        return one(type, "{\"data\": {\"type\": \"samples\", \"id\": \"1\", \"attributes\": {" + attributes + "}}}");
    }

    /** Reads one resource with the given relationships. */
    static <T> T withRelationships(Class<T> type, String relationships, String included) throws IOException {
        return one(
                type,
                "{\"data\": {\"type\": \"samples\", \"id\": \"1\", \"relationships\": {" + relationships
                        + "}}, \"included\": [" + included + "]}");
    }

    static <T> Page<T> page(Class<T> type, String document) throws IOException {
        return page(type, document.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked") // Guaranteed by the type.
    static <T> Page<T> page(Class<T> type, byte[] document) throws IOException {
        return (Page<T>) read(new Generic(Page.class, type), document);
    }

    @SuppressWarnings("unchecked") // Guaranteed by the type.
    static <T> Optional<T> optional(Class<T> type, String document) throws IOException {
        return (Optional<T>) read(new Generic(Optional.class, type), document.getBytes(StandardCharsets.UTF_8));
    }

    static Object read(Type type, byte[] document) throws IOException {
        Converter<ResponseBody, Object> converter = RETROFIT.responseBodyConverter(type, new Annotation[0]);
        Object value = converter.convert(ResponseBody.create(document, MediaType.get("application/json")));
        if (value == null) {
            throw new AssertionError("Documents are never read as null.");
        }
        return value;
    }

    record Generic(Class<?> raw, Type argument) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
