package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;

/**
 * Jackson's parser, set up for Apple's documents.
 *
 * <p>Without a mapper, which takes a new JVM a fifth of a second to load. Thread-safe.
 */
final class Json {

    private final JsonFactory factory;

    /**
     * Configures Jackson.
     *
     * <p>The number of tokens limits the size of the decoded objects. The length of strings is not limited: Jackson
     * checks it when a string is read, but not when it is skipped, so it would reject a page after it was returned.
     * Names are not interned, because the JVM's table becomes slow with a million of them.
     *
     * @param mostTokens the maximum number of tokens of a document
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
