package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares values that were sent with those that Apple returns, which may have another form. */
final class SentValues {

    /** docs/live-service.md#date-times-vary. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private SentValues() {}

    /** Returns whether Apple takes the values of an attribute for the same when it looks for duplicates. */
    static boolean areAlike(String attribute, @Nullable JsonNode sent, @Nullable JsonNode existing) {
        if (sent == null || existing == null || isNothing(sent) || isNothing(existing)) {
            return isNothing(sent) && isNothing(existing);
        }
        return alike(attribute, sent.asText()).equals(alike(attribute, existing.asText()));
    }

    /**
     * Returns whether the values of an attribute are the same: null, an empty text and an empty list are, and so are two
     * forms of a date-time, of line ends and of composed characters.
     */
    static boolean areSame(String type, String attribute, JsonNode sent, JsonNode existing) {
        if (attribute.equals("udid") || attribute.equals("email")) {
            return areAlike(attribute, sent, existing);
        }
        // docs/live-service.md#ios-bundle-ids-become-universal
        boolean becomes = type.equals("bundleIds")
                && attribute.equals("platform")
                && sent.asText().equals("IOS")
                && existing.asText().equals("UNIVERSAL");
        return becomes || areSame(sent, existing);
    }

    private static boolean areSame(JsonNode sent, JsonNode existing) {
        if (isNothing(sent) || isNothing(existing)) {
            return isNothing(sent) && isNothing(existing);
        }
        if (sent.isObject() && existing.isObject()) {
            // Apple adds members, such as the names of settings.
            return sent.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> existing.has(name))
                    .allMatch(name -> areSame(sent.get(name), existing.get(name)));
        }
        if (sent.isArray() && existing.isArray()) {
            boolean same = sent.size() == existing.size();
            for (int i = 0; same && i < sent.size(); i++) {
                same = areSame(sent.get(i), existing.get(i));
            }
            return same;
        }
        if (sent.isNumber() && existing.isNumber()) {
            return sent.decimalValue().compareTo(existing.decimalValue()) == 0;
        }
        if (sent.isTextual() && existing.isTextual()) {
            Instant moment = moment(sent.textValue());
            return moment == null
                    ? normal(sent.textValue()).equals(normal(existing.textValue()))
                    : moment.equals(moment(existing.textValue()));
        }
        return sent.equals(existing);
    }

    private static boolean isNothing(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    private static String alike(String attribute, String value) {
        String lower = normal(value).toLowerCase(Locale.ROOT);
        // docs/live-service.md#duplicate-devices-are-compared-loosely
        return attribute.equals("udid") ? lower.replace("-", "") : lower;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    private static @Nullable Instant moment(String text) {
        // A year, as a date-time begins, or not worth an exception.
        if (text.length() < 17 || text.charAt(4) != '-' || text.charAt(10) != 'T') {
            return null;
        }
        try {
            return OffsetDateTime.parse(text, DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
