package io.github.ascjava.uploads.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that works on an upload, as a part of a file name: its number, its start in seconds, and a random text that
 * tells apart the uploads of one process.
 */
record Owner(long process, Instant start) {

    private static final long NOBODY = 0;
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})-[0-9a-f]+");
    /** The start of a process is a difference to the start of the machine, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static String self() {
        ProcessHandle self = ProcessHandle.current();
        return text(self.pid(), start(self).orElse(Instant.EPOCH));
    }

    static String nobody() {
        return text(NOBODY, Instant.EPOCH);
    }

    /** Reads a part of a file name; a name of another form belongs to nobody. */
    static Owner of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new Owner(Long.parseLong(matcher.group(1)), Instant.ofEpochSecond(Long.parseLong(matcher.group(2))))
                : new Owner(NOBODY, Instant.EPOCH);
    }

    boolean hasEnded() {
        return process == NOBODY
                || ProcessHandle.of(process).filter(this::isSame).isEmpty();
    }

    /** Numbers of processes are used again. */
    private boolean isSame(ProcessHandle running) {
        Instant began = start(running).orElse(Instant.EPOCH);
        return Duration.between(began, start).abs().compareTo(TOLERANCE) < 0;
    }

    private static Optional<Instant> start(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static String text(long process, Instant start) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return process + "-" + start.getEpochSecond() + "-" + unique;
    }
}
