package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The bytes of one response, from which relationships and included resources are read when they are first used.
 *
 * <p>Resources share the document they came in. All of it has been checked to be well-formed JSON before any resource is
 * handed out, so later reading cannot fail.
 */
final class Document {

    private final byte[] bytes;
    private final ObjectMapper mapper;
    private final ResourceReaders readers;
    private volatile Included included = new Included(this, List.of());

    Document(byte[] bytes, ObjectMapper mapper, ResourceReaders readers) {
        this.bytes = bytes;
        this.mapper = mapper;
        this.readers = readers;
    }

    Cursor cursor() throws IOException {
        return new Cursor(this, 0, mapper.getFactory().createParser(bytes));
    }

    Cursor cursor(Slice slice) throws IOException {
        JsonParser parser = mapper.getFactory().createParser(bytes, slice.start(), slice.end() - slice.start());
        return new Cursor(this, slice.start(), parser);
    }

    JsonNode tree(Slice slice) {
        try {
            return mapper.readTree(bytes, slice.start(), slice.end() - slice.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> ResourceReader<T> reader(Class<T> type) {
        return readers.of(type);
    }

    Included included() {
        return included;
    }

    void setIncluded(List<Slice> slices) {
        included = new Included(this, slices);
    }
}
