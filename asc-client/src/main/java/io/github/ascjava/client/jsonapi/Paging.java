package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code meta} of a list or a relationship says about its length; any other shape says nothing.
 *
 * @param total how many there are
 * @param limit how many are sent at most
 */
record Paging(@Nullable Integer total, @Nullable Integer limit) {

    static final Paging UNSAID = new Paging(null, null);

    boolean isSaid() {
        return total != null || limit != null;
    }

    /** Reads the {@code meta} at which the cursor stands. */
    static Paging ofMeta(Cursor cursor) throws IOException {
        Paging paging = UNSAID;
        if (!cursor.entersObject()) {
            return paging;
        }
        for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
            if (name.equals("paging")) {
                paging = of(cursor);
            } else {
                cursor.parser().skipChildren();
            }
        }
        return paging;
    }

    private static Paging of(Cursor cursor) throws IOException {
        if (!cursor.entersObject()) {
            return UNSAID;
        }
        Integer total = null;
        Integer limit = null;
        for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
            switch (name) {
                case "total" -> total = integer(cursor.parser());
                case "limit" -> limit = integer(cursor.parser());
                default -> cursor.parser().skipChildren();
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
