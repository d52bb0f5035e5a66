package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The forms in which the service writes points in time (facts 10). */
public final class Dates {

    /** Apple's days begin and end in California. */
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter WITHOUT_COLON = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_COLON = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(PACIFIC);
    private static final DateTimeFormatter TO_THE_MILLISECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Dates() {}

    /** Writes the form of certificates, devices and profiles, whose offset has no colon (V14); sorts as text. */
    public static String provisioning(Instant time, SandboxState world) {
        return (world.has(Deviation.V14) ? WITHOUT_COLON : WITH_COLON).format(time);
    }

    /** Writes the form of builds, versions and most others: to the second, in Pacific time. */
    public static String pacific(Instant time) {
        return TO_THE_SECOND.format(time);
    }

    /** Writes the form of webhooks and other newer resources: to the millisecond, with a Z; sorts as text. */
    public static String zulu(Instant time) {
        return TO_THE_MILLISECOND.format(time);
    }

    /**
     * Reads any of the forms.
     *
     * @throws java.time.format.DateTimeParseException if the text is none
     */
    public static Instant read(String text) {
        return ANY.parse(text, OffsetDateTime::from).toInstant();
    }
}
