package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one response, or of one resource in it, from which links, unknown fields and the like are read on demand.
 *
 * <p>The whole response is known to be well-formed JSON before any resource is returned, so later reading cannot fail.
 */
final class Document {

    private static final ByteString BYTE_ORDER_MARK = ByteString.encodeUtf8("\ufeff");

    /** A quarter of a segment: copying longer values, too, would take another twentieth of the time of decoding. */
    private static final int SHARED_FROM = 2048;

    /** In the segments in which a response arrived, because joining them would double the memory. */
    private final ByteString bytes;

    /** The position of the first byte within the response, because ranges are positions in the response. */
    private final int base;

    private final Scope scope;
    private final Json json;
    private final ResourceReaders readers;
    private volatile @Nullable Included included;

    private Document(ByteString bytes, int base, Scope scope, Json json, ResourceReaders readers) {
        this.bytes = bytes;
        this.base = base;
        this.scope = scope;
        this.json = json;
        this.readers = readers;
    }

    /** Creates the document of a response with one value, which keeps it. */
    static Document ofOne(ByteString bytes, Json json, ResourceReaders readers) {
        return new Document(bytes, 0, Scope.ONE, json, readers);
    }

    /** Creates the document of a response with a list, of which the values keep their own part only. */
    static Document ofList(ByteString bytes, Json json, ResourceReaders readers) {
        return new Document(bytes, 0, Scope.LIST, json, readers);
    }

    /** Returns what a value of the response's data keeps. */
    Document keptBy(ByteRange value) {
        return scope == Scope.LIST ? part(value) : this;
    }

    /**
     * Returns a document of the bytes of one value, which keeps at most eight times as many.
     *
     * <p>A long value shares the segments of 8 KiB that it is in, at most two more than it fills.
     */
    Document part(ByteRange value) {
        ByteString own = value.size() < SHARED_FROM
                ? buffer(value).readByteString()
                : bytes.substring(value.start() - base, value.end() - base);
        return new Document(own, value.start(), Scope.PART, json, readers);
    }

    /** Returns whether this is one value's part of a response only. */
    boolean isPart() {
        return scope == Scope.PART;
    }

    /** Everything but a byte order mark, which belongs to the encoding and which a parser of text would reject. */
    ByteRange whole() {
        int mark = !isPart() && bytes.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.size() : 0;
        return new ByteRange(base + mark, base + bytes.size());
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
        return new Buffer().write(bytes, range.start() - base, range.size());
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
        return bytes.substring(range.start() - base, range.end() - base).utf8();
    }

    boolean hasSameBytes(ByteRange range, Document other, ByteRange otherRange) {
        return range.size() == otherRange.size()
                && bytes.rangeEquals(range.start() - base, other.bytes, otherRange.start() - other.base, range.size());
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

    /** Returns what the response included; a value's part does not know it. */
    Included included() {
        Included known = included;
        return known == null ? new Included(new IncludedResources(this, List.of())) : known;
    }

    void setIncluded(IncludedResources resources) {
        included = new Included(resources);
    }

    private enum Scope {
        ONE,
        LIST,
        PART
    }
}
