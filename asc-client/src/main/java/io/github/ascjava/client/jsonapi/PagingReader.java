package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the {@code meta} member of a list or a relationship. */
final class PagingReader {

    private PagingReader() {}

    /** Reads the {@code meta} at the reader's position. */
    static Paging read(JsonReader meta) throws IOException {
        Paging paging = Paging.UNSAID;
        if (!meta.entersObject()) {
            return paging;
        }
        for (String name = meta.nextMember(); name != null; name = meta.nextMember()) {
            if (name.equals("paging")) {
                paging = paging(meta);
            } else {
                meta.parser().skipChildren();
            }
        }
        return paging;
    }

    private static Paging paging(JsonReader reader) throws IOException {
        if (!reader.entersObject()) {
            return Paging.UNSAID;
        }
        Integer total = null;
        Integer limit = null;
        for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
            switch (name) {
                case "total" -> total = integer(reader.parser());
                case "limit" -> limit = integer(reader.parser());
                default -> reader.parser().skipChildren();
            }
        }
        return new Paging(total, limit);
    }

    private static @Nullable Integer integer(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            parser.skipChildren();
            return null;
        }
        double value = parser.getDoubleValue();
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE ? (Integer) (int) value : null;
    }
}
