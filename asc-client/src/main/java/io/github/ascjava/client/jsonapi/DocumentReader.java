package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okio.ByteString;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** Reads whole response documents. Thread-safe. */
final class DocumentReader {

    /** Apple's longest lists have 8,000; a resource of ten bytes becomes a record of a thousand. */
    private static final int MOST_ELEMENTS = 100_000;

    private final Json json;
    private final ValueReaders values = new ValueReaders();
    private final ResourceReaders readers = new ResourceReaders(values);

    DocumentReader(Json json) {
        this.json = json;
    }

    /** Reads a document with one resource. */
    <T> T one(ByteString body, Timeout timeout, Class<T> type) throws IOException {
        return optional(body, timeout, type)
                .orElseThrow(
                        () -> new InvalidDocumentException("the member data is null, but one resource was expected"));
    }

    /**
     * Reads a document with one resource or {@code "data": null}, as some to-one reads return
     * (docs/live-service.md#to-one-absent-is-null).
     */
    <T> Optional<T> optional(ByteString body, Timeout timeout, Class<T> type) throws IOException {
        List<T> single = new ArrayList<>(1);
        read(Document.ofOne(utf8(body), json, readers), timeout, reader -> {
            JsonToken token = reader.parser().currentToken();
            if (token != JsonToken.VALUE_NULL) {
                T value = element(reader, type);
                if (value == null) {
                    throw new InvalidDocumentException(whyNot(type, token));
                }
                single.add(value);
            }
        });
        return single.isEmpty() ? Optional.empty() : Optional.of(single.get(0));
    }

    /**
     * Reads a document with a list of resources or of resource identifiers; an invalid element does not affect the
     * others.
     */
    <T> Page<T> page(ByteString body, Timeout timeout, Class<T> type) throws IOException {
        List<T> data = new ArrayList<>();
        List<String> unknownElements = new ArrayList<>();
        Document document = Document.ofList(utf8(body), json, readers);
        Rest rest = read(document, timeout, reader -> {
            if (reader.parser().currentToken() != JsonToken.START_ARRAY) {
                throw new InvalidDocumentException("the member data should be a list, but is "
                        + reader.parser().currentToken());
            }
            while (reader.parser().nextToken() != JsonToken.END_ARRAY) {
                if (data.size() + unknownElements.size() == MOST_ELEMENTS) {
                    throw new InvalidDocumentException("the member data has more than " + MOST_ELEMENTS
                            + " elements, more than any page of Apple's");
                }
                int start = reader.start();
                T value = element(reader, type);
                if (value == null) {
                    unknownElements.add(reader.document().text(reader.rangeFrom(start)));
                } else {
                    data.add(value);
                }
            }
        });
        return new Page<>(
                data, rest.paging.total(), rest.paging.limit(), rest.nextLink, document.included(), unknownElements);
    }

    /** Reads a body that is not a JSON:API document, such as performance metrics, into a record. */
    <T> T plain(ByteString body, Timeout timeout, Class<T> type) throws IOException {
        try (JsonReader reader = Document.ofOne(utf8(body), json, readers).reader(timeout)) {
            reader.parser().nextToken();
            T value = record(reader, type);
            requireEnd(reader.parser());
            return value;
        }
    }

    /** Reads an element of {@code data}, or skips it and returns null if it is not of the expected kind. */
    private <T> @Nullable T element(JsonReader reader, Class<T> type) throws IOException {
        if (reader.parser().currentToken() != JsonToken.START_OBJECT) {
            reader.parser().skipChildren();
            return null;
        }
        if (type == ResourceIdentifier.class) {
            return type.cast(reader.identifier());
        }
        // The data of metrics are not resources: they have neither type nor ID.
        return Resource.class.isAssignableFrom(type) ? readers.of(type).read(reader) : record(reader, type);
    }

    private <T> T record(JsonReader reader, Class<T> type) throws IOException {
        if (reader.parser().currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidDocumentException(
                    "a JSON object was expected, but this is " + reader.parser().currentToken());
        }
        return type.cast(Objects.requireNonNull(values.of(type).read(reader)));
    }

    private static String whyNot(Class<?> type, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            return "a resource should be a JSON object, but is " + token;
        }
        if (type == ResourceIdentifier.class) {
            return "a resource identifier has no type or no id";
        }
        ResourceType resource = type.getAnnotation(ResourceType.class);
        return "a resource" + (resource == null ? "" : " of type " + resource.value()) + " has no id";
    }

    private static Rest read(Document document, Timeout timeout, DataReader dataReader) throws IOException {
        String nextLink = null;
        Paging paging = Paging.UNSAID;
        boolean dataSeen = false;
        List<IncludedResource> included = List.of();
        try (JsonReader reader = document.reader(timeout)) {
            JsonParser parser = reader.parser();
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new InvalidDocumentException(
                        first == null ? "the body is empty" : "the body should be a JSON object, but is " + first);
            }
            for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
                switch (name) {
                    case "data" -> {
                        if (dataSeen) {
                            throw new InvalidDocumentException("the document has the member data twice");
                        }
                        dataReader.read(reader);
                        dataSeen = true;
                    }
                    case "included" -> included = included(reader);
                    case "links" -> nextLink = nextLink(reader);
                    case "meta" -> paging = PagingReader.read(reader);
                    default -> parser.skipChildren();
                }
            }
            requireEnd(parser);
            bind(document, included, reader.linkages());
        }
        if (!dataSeen) {
            throw new InvalidDocumentException("the member data is missing");
        }
        return new Rest(nextLink, paging);
    }

    private static void bind(Document document, List<IncludedResource> included, List<Linkage> linkages) {
        if (!included.isEmpty()) {
            IncludedResources resources = new IncludedResources(document, included);
            document.setIncluded(resources);
            linkages.forEach(linkage -> linkage.resolve(resources::find));
        }
    }

    /**
     * Jackson also reads UTF-16 and UTF-32, but then does not know byte offsets, and fails for invalid characters with
     * the same exception as a connection. It recognizes them by a byte order mark or a zero among the first four bytes,
     * which may come after the mark of UTF-8.
     */
    private static ByteString utf8(ByteString body) throws InvalidDocumentException {
        boolean marked = body.size() > 0 && (body.getByte(0) == (byte) 0xfe || body.getByte(0) == (byte) 0xff);
        if (marked || hasZeroAmongFirst(7, body)) {
            throw new InvalidDocumentException("the body is not in UTF-8");
        }
        return body;
    }

    private static boolean hasZeroAmongFirst(int count, ByteString body) {
        for (int i = 0; i < Math.min(body.size(), count); i++) {
            if (body.getByte(i) == 0) {
                return true;
            }
        }
        return false;
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidDocumentException("there is content after the end of the JSON document");
        }
    }

    private static List<IncludedResource> included(JsonReader reader) throws IOException {
        List<IncludedResource> included = new ArrayList<>();
        JsonParser parser = reader.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return included;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            ResourceParts resource = ResourceScanner.scan(reader, JsonReader::skip);
            ResourceIdentifier identifier = resource.identifier();
            if (identifier != null) {
                Document kept = reader.document().part(resource.whole());
                included.add(new IncludedResource(resource.in(kept), identifier));
            }
        }
        return included;
    }

    private static @Nullable String nextLink(JsonReader reader) throws IOException {
        String next = null;
        if (reader.entersObject()) {
            for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
                if (name.equals("next")) {
                    next = link(reader);
                } else {
                    reader.parser().skipChildren();
                }
            }
        }
        return next;
    }

    /**
     * Returns a link, which in JSON:API is a string or an object with {@code href}, or null if there is none.
     *
     * <p>Any other value is returned as is, and following it fails. Treating it as absent would truncate the list silently.
     */
    private static @Nullable String link(JsonReader reader) throws IOException {
        if (reader.parser().currentToken() == JsonToken.VALUE_STRING) {
            return reader.parser().getText();
        }
        ByteRange range = reader.skip();
        Object value = reader.document().value(range);
        if (value instanceof Map<?, ?> object && object.containsKey("href")) {
            value = object.get("href");
        }
        if (value == null) {
            return null;
        }
        return value instanceof String text ? text : reader.document().text(range);
    }

    @FunctionalInterface
    private interface DataReader {
        void read(JsonReader reader) throws IOException;
    }

    private record Rest(@Nullable String nextLink, Paging paging) {}
}
