package io.github.ascjava.client.jsonapi;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Reads the date-times that the live service sends, and writes the one form that all of it understands.
 *
 * <p>Seen are offsets with a colon, without one and {@code Z}, and fractions of 0 to 9 digits (facts 10).
 */
final class DateTimes {

    private static final DateTimeFormatter SEEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private DateTimes() {}

    /** Reads a date-time; throws {@link java.time.DateTimeException} if it has none of the known forms. */
    static OffsetDateTime parse(String text) {
        return OffsetDateTime.parse(text, SEEN);
    }

    /** Writes seconds even if they are zero, which {@link OffsetDateTime#toString()} does not. */
    static String format(OffsetDateTime dateTime) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
    }
}
