package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks values against their shapes. */
public final class Values {

    /** Every date-time format that the service itself writes. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private Values() {}

    /** A value that does not match its shape. */
    record Problem(String path, JsonNode value, String expected, boolean unknown, boolean missing) {}

    /** Returns the first problem with a value, or null if it is valid. */
    static @Nullable Problem problem(String path, JsonNode value, Shape shape) {
        if (!isOfKind(value, shape)) {
            return new Problem(path, value, expected(shape), false, false);
        }
        if (shape instanceof Shape.ListOf list) {
            return IntStream.range(0, value.size())
                    .mapToObj(i -> problem(path + "/" + i, value.get(i), list.element()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (shape instanceof Shape.MapOf map) {
            return value.properties().stream()
                    .map(member -> problem(path + "/" + member.getKey(), member.getValue(), map.element()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return shape instanceof Shape.ObjectOf object ? problemOfObject(path, value, object) : null;
    }

    private static @Nullable Problem problemOfObject(String path, JsonNode value, Shape.ObjectOf object) {
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            String place = path + "/" + each.getKey();
            Shape.Member member = object.member(each.getKey());
            if (member == null) {
                return new Problem(place, each.getValue(), "", true, false);
            }
            if (each.getValue().isNull() && member.nullable()) {
                continue;
            }
            Problem problem = problem(place, each.getValue(), member.shape());
            if (problem != null) {
                return problem;
            }
        }
        for (Shape.Member member : object.members()) {
            if (member.required() && !value.has(member.name())) {
                return new Problem(path + "/" + member.name(), value, expected(member.shape()), false, true);
            }
        }
        return null;
    }

    /** Returns whether a value is valid, including all of its members. */
    static boolean fits(JsonNode value, Shape shape) {
        return problem("", value, shape) == null;
    }

    /** Returns whether a value is of the kind of JSON that a shape needs; the elements and members may be others. */
    public static boolean isOfKind(JsonNode value, Shape shape) {
        if (shape instanceof Shape.Any) {
            return true;
        }
        if (shape instanceof Shape.Flag) {
            return value.isBoolean();
        }
        if (shape instanceof Shape.Decimal) {
            return value.isNumber();
        }
        if (shape instanceof Shape.Whole whole) {
            return value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.longValue() >= whole.least()
                    && value.longValue() <= whole.most();
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return value.isTextual() && oneOf.values().contains(value.textValue());
        }
        if (shape instanceof Shape.Text text) {
            return value.isTextual() && hasFormat(value.textValue(), text.format());
        }
        return shape instanceof Shape.ListOf ? value.isArray() : value.isObject();
    }

    /** Returns whether the text of a query parameter is valid; the caller splits lists into their elements. */
    static boolean fitsText(String text, Shape shape) {
        if (shape instanceof Shape.Flag) {
            return text.equals("true") || text.equals("false");
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.values().contains(text);
        }
        return true;
    }

    /** Parses a date-time in any of Apple's formats; returns null if the text is not a date-time. */
    public static @Nullable OffsetDateTime dateTime(String text) {
        try {
            return OffsetDateTime.parse(text, DATE_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Describes the expected value, as Apple's errors do. */
    public static String expected(Shape shape) {
        if (shape instanceof Shape.OneOf oneOf) {
            return "one of: '" + String.join("', '", oneOf.values()) + "'";
        }
        if (shape instanceof Shape.Flag) {
            return "a BOOLEAN";
        }
        if (shape instanceof Shape.Whole whole) {
            return whole.most() == Long.MAX_VALUE
                    ? "an INTEGER"
                    : "an INTEGER from " + whole.least() + " to " + whole.most();
        }
        if (shape instanceof Shape.Decimal) {
            return "a NUMBER";
        }
        if (shape instanceof Shape.ListOf) {
            return "an ARRAY";
        }
        if (shape instanceof Shape.Text text) {
            return text.format() == null ? "a STRING" : "a STRING of the format " + text.format();
        }
        return "an OBJECT";
    }

    private static boolean hasFormat(String text, @Nullable String format) {
        return switch (format == null ? "" : format) {
            case "date-time" -> dateTime(text) != null;
            case "date" -> parses(() -> LocalDate.parse(text));
            case "uri" -> parses(() -> URI.create(text)) && URI.create(text).isAbsolute();
            case "email" -> text.matches("[^@\\s]+@[^@\\s]+");
            case "number" -> parses(() -> new BigDecimal(text));
            case "duration" -> text.matches("P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?(\\d+S)?)?");
            default -> true;
        };
    }

    private static boolean parses(Supplier<?> parser) {
        try {
            return parser.get() != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
