package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Converts the bodies of App Store Connect for Retrofit: documents by this package's own reader, all else by Jackson.
 *
 * <p>Documents are read as {@link Resource}, {@code Optional<Resource>} where there may be none, and {@link Page} of
 * resources or identifiers; answers in other JSON as {@link JsonAnswer}. Documents are read from bytes, because relationships keep pointing into them. Thread-safe.
 */
public final class JsonApiConverterFactory extends Converter.Factory {

    /** Without a charset: Apple answers 415 to anything but {@code application/json} (facts 4.2). */
    private static final MediaType JSON = MediaType.get("application/json");

    private final DocumentReader documents;
    private final JacksonConverterFactory jackson;

    private JsonApiConverterFactory(ObjectMapper mapper) {
        this.documents = new DocumentReader(mapper);
        this.jackson = JacksonConverterFactory.create(mapper, JSON);
    }

    /** Makes a factory with a mapper of its own. */
    public static JsonApiConverterFactory create() {
        return new JsonApiConverterFactory(JsonMapper.builder(jsonFactory())
                .addModule(new JsonApiModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
    }

    /**
     * Jackson checks the length of a text when it is read, but not when it is gone over, so it would refuse a page after it
     * was handed out. The bytes are in memory anyway.
     */
    private static JsonFactory jsonFactory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        if (type instanceof Class<?> c && Resource.class.isAssignableFrom(c)) {
            return reading(bytes -> documents.one(bytes, c));
        }
        if (type instanceof Class<?> c && JsonAnswer.class.isAssignableFrom(c)) {
            return reading(bytes -> documents.plain(bytes, c));
        }
        Class<?> element = elementOf(type);
        if (element != null && getRawType(type) == Page.class) {
            return reading(bytes -> documents.page(bytes, element));
        }
        if (element != null && getRawType(type) == Optional.class) {
            return reading(bytes -> documents.optional(bytes, element));
        }
        return jackson.responseBodyConverter(type, annotations, retrofit);
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return jackson.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    private static @Nullable Class<?> elementOf(Type type) {
        boolean single = type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1;
        return single && getParameterUpperBound(0, (ParameterizedType) type) instanceof Class<?> element
                ? element
                : null;
    }

    private static Converter<ResponseBody, ?> reading(BytesReader reader) {
        return body -> {
            try (body) {
                return reader.read(body.bytes());
            }
        };
    }

    @FunctionalInterface
    private interface BytesReader {
        Object read(byte[] bytes) throws IOException;
    }
}
