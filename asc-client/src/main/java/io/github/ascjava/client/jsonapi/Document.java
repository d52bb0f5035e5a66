package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;

/**
 * The bytes of one response, from which included resources, links and what nobody knows are read when they are used.
 *
 * <p>Resources share the document they came in. All of it has been checked to be well-formed JSON before any resource is
 * handed out, so later reading cannot fail.
 */
final class Document {

    /** In the pieces in which they came: to join them would take as much memory again. */
    private final ByteString bytes;

    private final Json json;
    private final ResourceReaders readers;
    private volatile Included included = new Included(this, Map.of());

    Document(ByteString bytes, Json json, ResourceReaders readers) {
        this.bytes = bytes;
        this.json = json;
        this.readers = readers;
    }

    /** All of it. */
    Slice whole() {
        return new Slice(0, bytes.size());
    }

    Cursor cursor() throws IOException {
        return cursor(whole());
    }

    Cursor cursor(Slice slice) throws IOException {
        Buffer part = new Buffer().write(bytes.substring(slice.start(), slice.end()));
        return new Cursor(this, slice.start(), json.parser(part.inputStream()));
    }

    JsonNode tree(Slice slice) {
        try (Cursor cursor = cursor(slice)) {
            return json.mapper().readTree(cursor.parser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as it came. */
    void write(Slice slice, JsonGenerator generator) throws IOException {
        try (Cursor cursor = cursor(slice)) {
            JsonParser parser = cursor.parser();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                    // As text: no number of Java holds all that JSON can write.
                    generator.writeNumber(parser.getText());
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        }
    }

    <T> ResourceReader<T> reader(Class<T> type) {
        return readers.of(type);
    }

    Included included() {
        return included;
    }

    void setIncluded(Map<ResourceIdentifier, ResourceParts> resources) {
        included = new Included(this, resources);
    }
}
