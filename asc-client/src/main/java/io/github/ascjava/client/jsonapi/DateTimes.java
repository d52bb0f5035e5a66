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

    /** The usual form; of many date-times it is read in half the time, because nothing in it is optional. */
    private static final DateTimeFormatter USUAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ssXXX")
            .toFormatter(Locale.ROOT);

    private static final int USUAL_LENGTH = "2026-09-07T10:42:15-07:00".length();
    private static final int AFTER_SECONDS = USUAL_LENGTH - "-07:00".length();

    private DateTimes() {}

    /** Reads a date-time; throws {@link java.time.DateTimeException} if it has none of the known forms. */
    static OffsetDateTime parse(String text) {
        boolean usual = text.length() == USUAL_LENGTH && text.charAt(AFTER_SECONDS) != '.';
        return OffsetDateTime.parse(text, usual ? USUAL : SEEN);
    }

    /** Writes seconds even if they are zero, which {@link OffsetDateTime#toString()} does not. */
    static String format(OffsetDateTime dateTime) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
    }
}
