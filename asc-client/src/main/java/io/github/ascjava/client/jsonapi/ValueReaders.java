package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
            Object.class, JsonReader::plainValue);

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

    /** Skips a value that its type cannot hold. */
    static @Nullable Object lost(JsonReader reader) throws IOException {
        if (reader.parser().currentToken() != JsonToken.VALUE_NULL) {
            reader.parser().skipChildren();
            reader.reportLoss();
        }
        return null;
    }

    private static @Nullable Object text(JsonReader reader) throws IOException {
        JsonToken token = reader.parser().currentToken();
        // A number or boolean in place of a string is read as its text.
        return token.isScalarValue() && token != JsonToken.VALUE_NULL
                ? reader.parser().getText()
                : lost(reader);
    }

    private static @Nullable Object bool(JsonReader reader) throws IOException {
        JsonToken token = reader.parser().currentToken();
        return token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : lost(reader);
    }

    private static @Nullable Object integer(JsonReader reader) throws IOException {
        return isOfType(reader, JsonParser.NumberType.INT)
                ? (Object) reader.parser().getIntValue()
                : lost(reader);
    }

    private static @Nullable Object longInteger(JsonReader reader) throws IOException {
        return isOfType(reader, JsonParser.NumberType.INT) || isOfType(reader, JsonParser.NumberType.LONG)
                ? (Object) reader.parser().getLongValue()
                : lost(reader);
    }

    private static @Nullable Object floating(JsonReader reader) throws IOException {
        if (!reader.parser().currentToken().isNumeric()) {
            return lost(reader);
        }
        double value = reader.parser().getDoubleValue();
        return Double.isInfinite(value) ? lost(reader) : (Object) value;
    }

    private static @Nullable Object decimal(JsonReader reader) throws IOException {
        if (!reader.parser().currentToken().isNumeric()) {
            return lost(reader);
        }
        try {
            // Not with the parser, which reports an exponent beyond BigDecimal's as malformed JSON.
            return new BigDecimal(reader.parser().getText());
        } catch (NumberFormatException e) {
            return lost(reader);
        }
    }

    /** A map, unlike a list, is read without members that cannot be held, because their names are missing visibly. */
    private static ValueReader map(ValueReader value) {
        return reader -> {
            if (reader.parser().currentToken() != JsonToken.START_OBJECT) {
                return lost(reader);
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
                Object read = value.read(reader);
                if (read == null) {
                    reader.reportLoss();
                } else {
                    values.put(name, read);
                }
            }
            return Collections.unmodifiableMap(values);
        };
    }

    private static boolean isOfType(JsonReader reader, JsonParser.NumberType type) throws IOException {
        return reader.parser().currentToken() == JsonToken.VALUE_NUMBER_INT
                && reader.parser().getNumberType() == type;
    }

    private static ValueReader parsed(Function<String, Object> parse) {
        return reader -> {
            if (reader.parser().currentToken() != JsonToken.VALUE_STRING) {
                return lost(reader);
            }
            try {
                return parse.apply(reader.parser().getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                return lost(reader);
            }
        };
    }

    /**
     * A list with an element that cannot be held is not read, because a shorter one would look complete. Of records, a
     * null is left out: it holds nothing, and the others hold more than the list as JSON.
     */
    private static ValueReader list(ValueReader element) {
        return reader -> {
            JsonParser parser = reader.parser();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return lost(reader);
            }
            List<Object> values = new ArrayList<>();
            boolean complete = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (element instanceof RecordReader && parser.currentToken() == JsonToken.VALUE_NULL) {
                    reader.reportLoss();
                    continue;
                }
                Object value = element.read(reader);
                if (value == null) {
                    complete = false;
                } else {
                    values.add(value);
                }
            }
            if (complete) {
                return List.copyOf(values);
            }
            reader.reportLoss();
            return null;
        };
    }
}
