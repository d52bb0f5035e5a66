package io.github.ascjava.webhooks.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as immutable plain values: {@link String}, {@link BigDecimal}, {@link Boolean}, {@link List}, {@link Map} in the
 * order of the text, and null. A number whose exponent is out of range is a string.
 */
public final class PlainJson {

    /** Limits of depth and of numbers are Jackson's. */
    private static final JsonFactory FACTORY = new JsonFactory();

    private PlainJson() {}

    /**
     * Reads an object.
     *
     * @throws IOException if the text is anything else; the message is the rest of a sentence that begins with the name of
     *     the text, and holds none of its content
     */
    public static Map<String, @Nullable Object> object(String json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("is not a JSON object");
            }
            Map<String, @Nullable Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("has something after its JSON object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw new IOException("is nested too deeply, or has a name or number that is too long", e);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the text.
            throw new IOException(
                    "is not JSON from character " + (e.getLocation().getCharOffset() + 1) + " on", e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return Collections.unmodifiableMap(object);
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return Collections.unmodifiableList(list);
    }
}
