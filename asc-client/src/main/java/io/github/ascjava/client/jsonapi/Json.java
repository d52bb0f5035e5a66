package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;

/**
 * Jackson's parser, set up for Apple's documents.
 *
 * <p>Without a mapper, which a fresh JVM takes a fifth of a second to load. Thread-safe.
 */
final class Json {

    private final JsonFactory factory;

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
}
