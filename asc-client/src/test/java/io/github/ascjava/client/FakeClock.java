package io.github.ascjava.client;

import io.github.ascjava.client.call.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock on which sleeping takes no real time, and which a test can advance. */
public final class FakeClock extends Clock implements Sleeper {

    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public CompletableFuture<Void> sleep(Duration duration) {
        slept.add(duration);
        advance(duration);
        return CompletableFuture.completedFuture(null);
    }

    /** Returns the durations of all sleeps, in order. */
    public List<Duration> slept() {
        return List.copyOf(slept);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Calls know no time zone.");
    }
}
