package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.client.call.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock on which sleeping takes no real time. */
final class FakeTime extends Clock implements Sleeper {

    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    @Override
    public synchronized CompletableFuture<Void> sleep(Duration duration) {
        slept.add(duration);
        now = now.plus(duration);
        return CompletableFuture.completedFuture(null);
    }

    /** Returns the durations of all sleeps, in order. */
    List<Duration> slept() {
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
        throw new UnsupportedOperationException("Transfers know no time zone.");
    }
}
