package io.github.ascjava.client.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Virtual time for one thread, in which due tasks run in order while a test advances it. */
final class ManualTime extends Clock implements Sleeper {

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::number));
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private long number;

    void in(Duration duration, Runnable action) {
        events.add(new Event(now.plus(duration), number++, action));
    }

    /** Runs everything that is due until then. */
    void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (!events.isEmpty() && !events.peek().due.isAfter(end)) {
            Event event = events.remove();
            now = event.due;
            event.action.run();
        }
        now = end;
    }

    @Override
    public CompletableFuture<Void> sleep(Duration duration) {
        CompletableFuture<Void> slept = new CompletableFuture<>();
        in(duration, () -> slept.complete(null));
        return slept;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Budgets know no time zone.");
    }

    private record Event(Instant due, long number, Runnable action) {}

    /** A rate limit like Apple's: so many requests in any period of that length. */
    static final class RollingBudget {

        private final ManualTime time;
        private final int limit;
        private final Duration period;
        private final Queue<Instant> used = new ArrayDeque<>();

        RollingBudget(ManualTime time, int limit, Duration period) {
            this.time = time;
            this.limit = limit;
            this.period = period;
        }

        int limit() {
            return limit;
        }

        int remaining() {
            while (!used.isEmpty() && !used.element().isAfter(time.instant().minus(period))) {
                used.remove();
            }
            return limit - used.size();
        }

        void use() {
            used.add(time.instant());
        }
    }
}
