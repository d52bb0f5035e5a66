package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.Values;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date-time formats that the service writes. */
public final class Dates {

    /** Apple's days begin and end in California. */
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter WITHOUT_COLON = format("yyyy-MM-dd'T'HH:mm:ss.SSSxx", ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_COLON = format("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", ZoneOffset.UTC);
    private static final DateTimeFormatter TO_THE_SECOND = format("yyyy-MM-dd'T'HH:mm:ssxxx", PACIFIC);
    private static final DateTimeFormatter TO_THE_MILLISECOND = format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", ZoneOffset.UTC);

    private Dates() {}

    /** Writes the format of certificates, devices and profiles, whose offset has no colon; sorts as text. */
    public static String provisioning(Instant time, SandboxState world) {
        return (world.has(Deviation.OFFSETS_WITHOUT_COLON) ? WITHOUT_COLON : WITH_COLON).format(time);
    }

    /** Writes the format of builds, versions and most other resources: to the second, in Pacific time. */
    public static String pacific(Instant time) {
        return TO_THE_SECOND.format(time);
    }

    /** Writes the format of webhooks and other newer resources: to the millisecond, with a Z; sorts as text. */
    public static String zulu(Instant time) {
        return TO_THE_MILLISECOND.format(time);
    }

    /**
     * Reads a date-time in any of these formats.
     *
     * @throws IllegalArgumentException if the text has none of these formats
     */
    public static Instant read(String text) {
        OffsetDateTime time = Values.dateTime(text);
        if (time == null) {
            throw new IllegalArgumentException("'" + text + "' is not a date-time.");
        }
        return time.toInstant();
    }

    private static DateTimeFormatter format(String pattern, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    }
}
