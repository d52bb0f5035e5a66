package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The readers of all types that attributes can have, chosen once per record component. Thread-safe. */
final class ValueReaders {

    private static final Map<Class<?>, ValueReader> SIMPLE = Map.of(
            String.class, ValueReaders::text,
            Boolean.class, ValueReaders::bool,
            Integer.class, ValueReaders::integer,
            Long.class, ValueReaders::longInteger,
            Double.class, ValueReaders::floating,
            BigDecimal.class, ValueReaders::decimal,
            URI.class, parsed(URI::create),
            LocalDate.class, parsed(LocalDate::parse),
            OffsetDateTime.class, parsed(DateTimes::parse),
            JsonNode.class, ValueReaders::tree);

    private final Map<Type, ValueReader> composed = new ConcurrentHashMap<>();

    /**
     * Returns the reader of a type.
     *
     * @throws IllegalArgumentException if attributes cannot have this type
     */
    ValueReader of(Type type) {
        ValueReader simple = type instanceof Class<?> c ? SIMPLE.get(c) : null;
        if (simple != null) {
            return simple;
        }
        ValueReader known = composed.get(type);
        if (known == null) {
            known = compose(type);
            composed.put(type, known);
        }
        return known;
    }

    private ValueReader compose(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(of(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return map(of(generic.getActualTypeArguments()[1]));
        }
        if (type instanceof Class<?> c && OpenEnum.class.isAssignableFrom(c)) {
            return OpenEnumReader.of(c.asSubclass(OpenEnum.class));
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return new RecordReader(c.asSubclass(Record.class), this);
        }
        throw new IllegalArgumentException("No attribute can be read as " + type.getTypeName() + ".");
    }

    /** Goes over a value that its type cannot hold. */
    static @Nullable Object lost(Cursor cursor) throws IOException {
        if (cursor.parser().currentToken() != JsonToken.VALUE_NULL) {
            cursor.parser().skipChildren();
            cursor.reportLoss();
        }
        return null;
    }

    private static @Nullable Object text(Cursor cursor) throws IOException {
        JsonToken token = cursor.parser().currentToken();
        // A number or boolean where text was promised is still what it says.
        return token.isScalarValue() && token != JsonToken.VALUE_NULL
                ? cursor.parser().getText()
                : lost(cursor);
    }

    private static @Nullable Object bool(Cursor cursor) throws IOException {
        JsonToken token = cursor.parser().currentToken();
        return token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : lost(cursor);
    }

    private static @Nullable Object integer(Cursor cursor) throws IOException {
        return isOfType(cursor, JsonParser.NumberType.INT)
                ? (Object) cursor.parser().getIntValue()
                : lost(cursor);
    }

    private static @Nullable Object longInteger(Cursor cursor) throws IOException {
        return isOfType(cursor, JsonParser.NumberType.INT) || isOfType(cursor, JsonParser.NumberType.LONG)
                ? (Object) cursor.parser().getLongValue()
                : lost(cursor);
    }

    private static @Nullable Object floating(Cursor cursor) throws IOException {
        if (!cursor.parser().currentToken().isNumeric()) {
            return lost(cursor);
        }
        double value = cursor.parser().getDoubleValue();
        return Double.isInfinite(value) ? lost(cursor) : (Object) value;
    }

    private static @Nullable Object decimal(Cursor cursor) throws IOException {
        if (!cursor.parser().currentToken().isNumeric()) {
            return lost(cursor);
        }
        try {
            // Not by the parser, which takes an exponent beyond BigDecimal's for JSON that is no JSON.
            return new BigDecimal(cursor.parser().getText());
        } catch (NumberFormatException e) {
            return lost(cursor);
        }
    }

    private static @Nullable Object tree(Cursor cursor) throws IOException {
        return cursor.parser().currentToken() == JsonToken.VALUE_NULL
                ? null
                : cursor.document().tree(cursor.skip());
    }

    /** A map, unlike a list, is read without the members whose values cannot be held: they are missed by name. */
    private static ValueReader map(ValueReader value) {
        return cursor -> {
            if (cursor.parser().currentToken() != JsonToken.START_OBJECT) {
                return lost(cursor);
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
                Object read = value.read(cursor);
                if (read == null) {
                    cursor.reportLoss();
                } else {
                    values.put(name, read);
                }
            }
            return Collections.unmodifiableMap(values);
        };
    }

    private static boolean isOfType(Cursor cursor, JsonParser.NumberType type) throws IOException {
        return cursor.parser().currentToken() == JsonToken.VALUE_NUMBER_INT
                && cursor.parser().getNumberType() == type;
    }

    private static ValueReader parsed(Function<String, Object> parse) {
        return cursor -> {
            if (cursor.parser().currentToken() != JsonToken.VALUE_STRING) {
                return lost(cursor);
            }
            try {
                return parse.apply(cursor.parser().getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                return lost(cursor);
            }
        };
    }

    /** A list of which one element cannot be held is no list at all: a shorter one would look complete. */
    private static ValueReader list(ValueReader element) {
        return cursor -> {
            JsonParser parser = cursor.parser();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return lost(cursor);
            }
            List<Object> values = new ArrayList<>();
            boolean complete = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Object value = element.read(cursor);
                if (value == null) {
                    complete = false;
                } else {
                    values.add(value);
                }
            }
            if (complete) {
                return List.copyOf(values);
            }
            cursor.reportLoss();
            return null;
        };
    }
}
