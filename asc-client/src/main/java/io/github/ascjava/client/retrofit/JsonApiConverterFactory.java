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
 * Converts the bodies of App Store Connect for Retrofit: JSON:API documents with the library's own reader, everything
 * else with Jackson.
 *
 * <p>Documents are read as {@link io.github.ascjava.client.jsonapi.Resource}, as {@code Optional<Resource>} where there
 * may be no resource, and as {@link io.github.ascjava.client.jsonapi.Page} of resources or identifiers; responses in
 * other JSON as {@link io.github.ascjava.client.jsonapi.JsonResponse}. A body larger than the
 * {@linkplain ClientOptions#maxResponseBytes() limit} is rejected. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonApiConverterFactory extends Converter.Factory {

    /** Without a charset: the live service responds with 415 to anything but {@code application/json}. */
    private static final MediaType JSON = MediaType.get("application/json");

    private final DocumentConverters documents;
    /** Threads may race for it, because all results are equal. */
    private volatile @Nullable JacksonConverterFactory jackson;

    private JsonApiConverterFactory(ClientOptions options) {
        documents = new DocumentConverters(options.maxResponseBytes());
    }

    /** Creates a factory with the default options. */
    public static JsonApiConverterFactory create() {
        return create(ClientOptions.DEFAULT);
    }

    /** Creates a factory with the {@linkplain ClientOptions#maxResponseBytes() limit for bodies} of the options. */
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

    /** Loaded on first use: a new JVM takes a fifth of a second to load a mapper, and reading documents does not need one. */
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
