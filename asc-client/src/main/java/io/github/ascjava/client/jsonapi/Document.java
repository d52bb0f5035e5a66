package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one response, from which included resources, links and unknown fields are read on demand.
 *
 * <p>The resources of a response share its document. The whole document is known to be well-formed JSON before any
 * resource is returned, so later reading cannot fail.
 */
final class Document {

    private static final ByteString BYTE_ORDER_MARK = ByteString.encodeUtf8("\ufeff");

    /** In the segments in which they arrived, because joining them would double the memory. */
    private final ByteString bytes;

    private final Json json;
    private final ResourceReaders readers;
    private volatile Included included = new Included(new IncludedResources(this, Map.of()));

    Document(ByteString bytes, Json json, ResourceReaders readers) {
        this.bytes = bytes;
        this.json = json;
        this.readers = readers;
    }

    /** Everything but a byte order mark, which belongs to the encoding and which a parser of text would reject. */
    ByteRange whole() {
        return new ByteRange(bytes.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.size() : 0, bytes.size());
    }

    /** Returns a reader of everything that fails when the timeout of the call is reached or its thread interrupted. */
    JsonReader reader(Timeout timeout) throws IOException {
        ByteRange range = whole();
        return new JsonReader(
                this, range.start(), json.parser(new TimedStream(buffer(range).inputStream(), timeout)));
    }

    JsonReader reader(ByteRange range) throws IOException {
        return new JsonReader(this, range.start(), json.parser(buffer(range).inputStream()));
    }

    private Buffer buffer(ByteRange range) {
        return new Buffer().write(bytes.substring(range.start(), range.end()));
    }

    /** Returns a value as {@link PlainValues} does. */
    @Nullable
    Object value(ByteRange range) {
        try (JsonReader reader = reader(range)) {
            reader.parser().nextToken();
            return PlainValues.read(reader.parser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a value's JSON as received. */
    String text(ByteRange range) {
        return bytes.substring(range.start(), range.end()).utf8();
    }

    boolean hasSameBytes(ByteRange range, Document other, ByteRange otherRange) {
        int size = range.end() - range.start();
        return size == otherRange.end() - otherRange.start()
                && bytes.rangeEquals(range.start(), other.bytes, otherRange.start(), size);
    }

    /** Writes a value as received. */
    void write(ByteRange range, JsonGenerator generator) throws IOException {
        try (JsonReader reader = reader(range)) {
            JsonParser parser = reader.parser();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                    // As text, because no Java number holds every JSON number.
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
        included = new Included(new IncludedResources(this, resources));
    }
}
