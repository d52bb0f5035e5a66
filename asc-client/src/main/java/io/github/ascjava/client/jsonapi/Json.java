package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Jackson, set up for Apple's documents: a parser at hand, and a mapper for those who need one.
 *
 * <p>A fresh JVM takes a fifth of a second to load the mapper, and a program that only reads needs none. Thread-safe.
 */
final class Json {

    private final JsonFactory factory;
    /** Made twice, it is the same, so threads may race for it. */
    private volatile @Nullable ObjectMapper mapper;

    /**
     * Sets Jackson up.
     *
     * <p>The number of tokens limits what bytes can grow to as objects. The length of texts does not: Jackson checks it when
     * a text is read, but not when it is gone over, so it would refuse a page after it was handed out. Names do not go into
     * the table of texts that the virtual machine has for all of the program, which grows slow with a million of them.
     *
     * @param mostTokens how many tokens a document can have
     */
    Json(long mostTokens) {
        factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(mostTokens)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    JsonParser parser(InputStream bytes) throws IOException {
        return factory.createParser(bytes);
    }

    ObjectMapper mapper() {
        ObjectMapper known = mapper;
        if (known == null) {
            known = JsonMapper.builder(factory)
                    .addModule(new JsonApiModule())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
            mapper = known;
        }
        return known;
    }
}
