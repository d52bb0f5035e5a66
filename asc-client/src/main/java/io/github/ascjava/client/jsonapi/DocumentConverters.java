package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Optional;
import okhttp3.ResponseBody;
import okio.ByteString;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Converters of response bodies into resources, pages and other responses; the part of {@link
 * io.github.ascjava.client.retrofit.JsonApiConverterFactory} that handles JSON:API. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DocumentConverters {

    /** The size whose tokens limit a document, whatever the limit for bodies is. */
    private static final int BYTES_OF_TOKENS = 64 * 1024 * 1024;
    /** Apple's pages have about twenty bytes per token; a body of {@code {},{},{}} has less than two. */
    private static final int BYTES_PER_TOKEN = 16;

    private final BodyReader bodies;
    private final int maxTokens;
    private final DocumentReader documents;
    private final DocumentReader largeDocuments;

    /**
     * Creates converters with a limit for bodies.
     *
     * @param maxResponseBytes the largest body, after decompression
     */
    public DocumentConverters(int maxResponseBytes) {
        bodies = new BodyReader(maxResponseBytes);
        maxTokens = Math.max(maxResponseBytes, BYTES_OF_TOKENS) / BYTES_PER_TOKEN;
        documents = new DocumentReader(new Json(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT));
        largeDocuments = new DocumentReader(new Json(maxTokens));
    }

    /** Returns the converter for a type, or null if JSON:API documents are not read as this type. */
    public @Nullable Converter<ResponseBody, ?> converter(Type type) {
        if (type instanceof Class<?> c && Resource.class.isAssignableFrom(c)) {
            return reading((reader, bytes, timeout) -> reader.one(bytes, timeout, c));
        }
        if (type instanceof Class<?> c && JsonResponse.class.isAssignableFrom(c)) {
            return reading((reader, bytes, timeout) -> reader.plain(bytes, timeout, c));
        }
        if (type instanceof ParameterizedType generic && elementOf(generic) instanceof Class<?> element) {
            if (generic.getRawType() == Page.class) {
                return reading((reader, bytes, timeout) -> reader.page(bytes, timeout, element));
            }
            if (generic.getRawType() == Optional.class) {
                return reading((reader, bytes, timeout) -> reader.optional(bytes, timeout, element));
            }
        }
        return null;
    }

    /** Reads a body without a converter here, within the same limit, and closes it. */
    public ByteString readBytes(ResponseBody body) throws IOException {
        try (body) {
            return bodies.read(body);
        }
    }

    /** Returns the largest number of tokens that JSON may have. */
    public int maxTokens() {
        return maxTokens;
    }

    private static Type elementOf(ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    /** Only large bodies are counted, because a body has no more tokens than bytes. */
    private Converter<ResponseBody, ?> reading(Reading reading) {
        return body -> {
            ByteString bytes = readBytes(body);
            Timeout timeout = body instanceof TimedBody timed ? timed.timeout() : Timeout.NONE;
            return reading.read(bytes.size() > maxTokens ? largeDocuments : documents, bytes, timeout);
        };
    }

    @FunctionalInterface
    private interface Reading {
        Object read(DocumentReader reader, ByteString bytes, Timeout timeout) throws IOException;
    }
}
