package io.github.ascjava.client.retrofit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.jsonapi.DocumentConverters;
import io.github.ascjava.client.jsonapi.JsonApiModule;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Converts the bodies of App Store Connect for Retrofit: JSON:API documents by this library's own reader, everything else by
 * Jackson.
 *
 * <p>Documents are read as {@link io.github.ascjava.client.jsonapi.Resource}, as {@code Optional<Resource>} where there may be
 * none, and as {@link io.github.ascjava.client.jsonapi.Page} of resources or identifiers; responses in other JSON as {@link
 * io.github.ascjava.client.jsonapi.JsonResponse}. A body larger than the {@linkplain ClientOptions#maxResponseBytes() limit} is
 * rejected. Thread-safe.
 */
public final class JsonApiConverterFactory extends Converter.Factory {

    /** Without a charset: the live service answers 415 to anything but {@code application/json}. */
    private static final MediaType JSON = MediaType.get("application/json");

    private final DocumentConverters documents;
    /** Threads may race for it: it is the same however often it is made. */
    private volatile @Nullable JacksonConverterFactory jackson;

    private JsonApiConverterFactory(ClientOptions options) {
        documents = new DocumentConverters(options.maxResponseBytes());
    }

    /** Makes a factory with the default options. */
    public static JsonApiConverterFactory create() {
        return create(ClientOptions.DEFAULT);
    }

    /** Makes a factory that obeys the {@linkplain ClientOptions#maxResponseBytes() limit for bodies} of the options. */
    public static JsonApiConverterFactory create(ClientOptions options) {
        return new JsonApiConverterFactory(options);
    }

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, ?> document = documents.converter(type);
        if (document != null) {
            return document;
        }
        Converter<ResponseBody, ?> other = jackson().responseBodyConverter(type, annotations, retrofit);
        return body -> {
            MediaType contentType = body.contentType();
            return other.convert(ResponseBody.create(documents.readBytes(body), contentType));
        };
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return jackson().requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    /** Not before it is needed: a fresh JVM takes a fifth of a second to load a mapper, and reading documents needs none. */
    private JacksonConverterFactory jackson() {
        JacksonConverterFactory known = jackson;
        if (known == null) {
            known = JacksonConverterFactory.create(mapper(), JSON);
            jackson = known;
        }
        return known;
    }

    private ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(documents.maxTokens())
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JsonApiModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
