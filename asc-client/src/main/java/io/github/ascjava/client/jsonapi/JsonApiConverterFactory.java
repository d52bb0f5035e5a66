package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Converts the bodies of App Store Connect for Retrofit: documents by this package's own reader, all else by Jackson.
 *
 * <p>Documents are read as {@link Resource}, {@code Optional<Resource>} where there may be none, and {@link Page} of
 * resources or identifiers; answers in other JSON as {@link JsonAnswer}. Documents are read from bytes, because
 * what nobody has asked for yet is read from them later; a body larger than a limit is refused. Thread-safe.
 */
public final class JsonApiConverterFactory extends Converter.Factory {

    /** Without a charset: Apple answers 415 to anything but {@code application/json} (facts 4.2). */
    private static final MediaType JSON = MediaType.get("application/json");

    /** Several times what the longest pages have: 8,000 price points are some ten megabytes. */
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    /** Apple's pages have about twenty bytes per token; a body of nothing but {@code {},{},{}} has less than two. */
    private static final int BYTES_PER_TOKEN = 16;

    private final BodyReader bodies;
    private final int mostTokens;
    private final DocumentReader documents;
    private final Json counting;
    private final DocumentReader largeDocuments;

    private JsonApiConverterFactory(int largestBody) {
        bodies = new BodyReader(largestBody);
        mostTokens = Math.max(largestBody, LARGEST_BODY) / BYTES_PER_TOKEN;
        documents = new DocumentReader(new Json(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT));
        counting = new Json(mostTokens);
        largeDocuments = new DocumentReader(counting);
    }

    /** Makes a factory that reads bodies of up to 64 MiB. */
    public static JsonApiConverterFactory create() {
        return create(LARGEST_BODY);
    }

    /**
     * Makes a factory with another limit for bodies.
     *
     * @param largestBody the most bytes that a body may have, after unpacking; streamed bodies have no limit
     * @throws IllegalArgumentException if it is less than 1
     */
    public static JsonApiConverterFactory create(int largestBody) {
        return new JsonApiConverterFactory(largestBody);
    }

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        if (type instanceof Class<?> c && Resource.class.isAssignableFrom(c)) {
            return reading((reader, bytes) -> reader.one(bytes, c));
        }
        if (type instanceof Class<?> c && JsonAnswer.class.isAssignableFrom(c)) {
            return reading((reader, bytes) -> reader.plain(bytes, c));
        }
        Class<?> element = elementOf(type);
        if (element != null && getRawType(type) == Page.class) {
            return reading((reader, bytes) -> reader.page(bytes, element));
        }
        if (element != null && getRawType(type) == Optional.class) {
            return reading((reader, bytes) -> reader.optional(bytes, element));
        }
        Converter<ResponseBody, ?> other = jackson().responseBodyConverter(type, annotations, retrofit);
        return body -> {
            try (body) {
                return other.convert(ResponseBody.create(bodies.read(body), body.contentType()));
            }
        };
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return jackson().requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    private JacksonConverterFactory jackson() {
        return JacksonConverterFactory.create(counting.mapper(), JSON);
    }

    private static @Nullable Class<?> elementOf(Type type) {
        boolean single = type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1;
        return single && getParameterUpperBound(0, (ParameterizedType) type) instanceof Class<?> element
                ? element
                : null;
    }

    /** Counting tokens costs a tenth of the time, and a body has no more of them than bytes: only large ones need it. */
    private Converter<ResponseBody, ?> reading(Reading reading) {
        return body -> {
            try (body) {
                ByteString bytes = bodies.read(body);
                return reading.read(bytes.size() > mostTokens ? largeDocuments : documents, bytes);
            }
        };
    }

    @FunctionalInterface
    private interface Reading {
        Object read(DocumentReader reader, ByteString bytes) throws IOException;
    }
}
