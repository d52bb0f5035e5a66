package io.github.ascjava.client.jsonapi;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Reads the date-times that the live service sends, and writes the form that all of its resources accept.
 *
 * <p>The service sends offsets with and without a colon and {@code Z}, and fractions of 0 to 9 digits
 * (docs/live-service.md#date-times-vary).
 */
final class DateTimes {

    private static final DateTimeFormatter SEEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    /** The usual form, which takes half the time to read, because nothing in it is optional. */
    private static final DateTimeFormatter USUAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ssXXX")
            .toFormatter(Locale.ROOT);

    private static final int USUAL_LENGTH = "2026-09-07T10:42:15-07:00".length();
    private static final int AFTER_SECONDS = USUAL_LENGTH - "-07:00".length();

    private DateTimes() {}

    /** Reads a date-time; throws {@link java.time.DateTimeException} if it does not have a known form. */
    static OffsetDateTime parse(String text) {
        boolean usual = text.length() == USUAL_LENGTH && text.charAt(AFTER_SECONDS) != '.';
        return OffsetDateTime.parse(text, usual ? USUAL : SEEN);
    }

    /** Writes seconds even if they are zero, which {@link OffsetDateTime#toString()} does not. */
    static String format(OffsetDateTime dateTime) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
    }
}
