package io.github.ascjava.testing.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.catalogue.Shape;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Compares values with the document; null fits everywhere, as in the live service (V6). */
final class Fits {

    private Fits() {}

    static boolean fits(JsonNode value, Shape shape) {
        if (value.isNull()) {
            return true;
        }
        if (shape instanceof Shape.Text text) {
            return value.isTextual() && isOfFormat(value.asText(), String.valueOf(text.format()));
        }
        if (shape instanceof Shape.OneOf one) {
            return value.isTextual() && (one.values().isEmpty() || one.values().contains(value.asText()));
        }
        if (shape instanceof Shape.Whole whole) {
            return value.isIntegralNumber() && value.asLong() >= whole.least() && value.asLong() <= whole.most();
        }
        if (shape instanceof Shape.Decimal) {
            return value.isNumber();
        }
        if (shape instanceof Shape.Flag) {
            return value.isBoolean();
        }
        if (shape instanceof Shape.ListOf list) {
            return value.isArray() && all(value, list.element());
        }
        if (shape instanceof Shape.MapOf map) {
            return value.isObject() && all(value, map.element());
        }
        if (shape instanceof Shape.ObjectOf object) {
            return value.isObject()
                    && value.properties().stream().allMatch(each -> {
                        Shape.Member member = object.member(each.getKey());
                        return member != null && fits(each.getValue(), member.shape());
                    });
        }
        return true;
    }

    private static boolean all(JsonNode values, Shape shape) {
        for (JsonNode value : values) {
            if (!fits(value, shape)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfFormat(String text, String format) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> io.github.ascjava.testing.behaviour.common.Dates.read(text);
                default -> {
                    // Anything goes.
                }
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
