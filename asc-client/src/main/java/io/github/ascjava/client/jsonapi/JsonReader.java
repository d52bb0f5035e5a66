package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parser that knows its position in the document's bytes.
 *
 * <p>It also records whether readers of values left anything out.
 */
final class JsonReader implements AutoCloseable {

    private final Document document;
    private final int base;
    private final JsonParser parser;
    private final List<Linkage> linkages = new ArrayList<>(0);
    private boolean lossy;

    JsonReader(Document document, int base, JsonParser parser) {
        this.document = document;
        this.base = base;
        this.parser = parser;
    }

    Document document() {
        return document;
    }

    JsonParser parser() {
        return parser;
    }

    /** The index of the current token's first byte. */
    int start() {
        return base + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Returns whether the current value is an object, whose members come next; skips any other value. */
    boolean entersObject() throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        if (!isObject) {
            parser.skipChildren();
        }
        return isObject;
    }

    /** Moves to the value of the object's next member and returns its name, or null at the end of the object. */
    @Nullable
    String nextMember() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** Returns the current value if it is a string; skips any other value and returns null. */
    @Nullable
    String text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** Reads the current value if it is a resource identifier; skips any other value and returns null. */
    @Nullable
    ResourceIdentifier identifier() throws IOException {
        if (!entersObject()) {
            return null;
        }
        String type = null;
        String id = null;
        for (String name = nextMember(); name != null; name = nextMember()) {
            switch (name) {
                case "type" -> type = text();
                case "id" -> id = text();
                default -> parser.skipChildren();
            }
        }
        return type == null || id == null ? null : new ResourceIdentifier(type, id);
    }

    /** Reads the current value, of any kind, as {@link PlainValues} does. */
    @Nullable
    Object plainValue() throws IOException {
        return PlainValues.read(parser);
    }

    /** Skips the current value and returns its position. */
    ByteRange skip() throws IOException {
        int start = start();
        parser.skipChildren();
        return rangeFrom(start);
    }

    /** The range of the value that began at the given index and was just read. */
    ByteRange rangeFrom(int start) throws IOException {
        // Numbers and strings are read lazily; without this the parser may still be within them.
        parser.finishToken();
        return new ByteRange(start, base + (int) parser.currentLocation().getByteOffset());
    }

    /** Remembers a linkage until the included resources of the response are known. */
    void addLinkage(Linkage linkage) {
        if (!linkage.identifiers().isEmpty()) {
            linkages.add(linkage);
        }
    }

    /** Returns the linkages that identify resources. */
    List<Linkage> linkages() {
        return linkages;
    }

    /** Reports that part of the current value was not understood, so that its JSON is kept. */
    void reportLoss() {
        lossy = true;
    }

    /** Returns whether a loss was reported since the last call. */
    boolean takeLoss() {
        boolean result = lossy;
        lossy = false;
        return result;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
