package io.github.ascjava.testing.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The rate limit of the key: so many requests per hour, and optionally per minute. Thread-safe.
 *
 * <p>A request that was rejected by the rate limit does not count, so that waiting helps.
 */
public final class RequestBudget {

    private final Clock clock;
    private final Window hour = new Window("hour", Duration.ofHours(1));
    private final Window minute = new Window("minute", Duration.ofMinutes(1));

    /** Creates a rate limit that allows everything until it has {@linkplain #limit limits}. */
    public RequestBudget(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sets the limits; requests made under earlier limits count.
     *
     * @param perHour 0 for no limit
     * @param perMinute 0 for no limit
     */
    public synchronized void limit(int perHour, int perMinute) {
        if (perHour < 0 || perMinute < 0) {
            throw new IllegalArgumentException("A limit is 0 (none) or more, but they were " + perHour
                    + " per hour and " + perMinute + " per minute.");
        }
        hour.limit = perHour;
        minute.limit = perMinute;
    }

    /** Forgets the requests made so far. */
    public synchronized void refill() {
        hour.requests.clear();
        minute.requests.clear();
    }

    /** Counts one request; returns false if the limit is reached. */
    synchronized boolean take() {
        forget();
        if (hour.isUsedUp() || minute.isUsedUp()) {
            return false;
        }
        hour.add(clock.millis());
        minute.add(clock.millis());
        return true;
    }

    /**
     * Returns the values of the {@code X-Rate-Limit} headers; the limit per minute has its own
     * (docs/live-service.md#rate-limit-header-varies).
     */
    synchronized List<String> headers() {
        forget();
        List<String> headers = new ArrayList<>();
        for (Window window : List.of(hour, minute)) {
            if (window.limit > 0) {
                headers.add(window.header());
            }
        }
        return headers;
    }

    private void forget() {
        hour.forget(clock.millis());
        minute.forget(clock.millis());
    }

    private static final class Window {

        private final String name;
        private final long millis;
        /** The times of requests, oldest first; kept only as long as a limit needs them. */
        private final Deque<Long> requests = new ArrayDeque<>();

        private int limit;

        Window(String name, Duration length) {
            this.name = name;
            this.millis = length.toMillis();
        }

        void add(long now) {
            if (limit > 0) {
                requests.addLast(now);
            }
        }

        void forget(long now) {
            while (!requests.isEmpty() && requests.getFirst() <= now - millis) {
                requests.removeFirst();
            }
        }

        boolean isUsedUp() {
            return limit > 0 && requests.size() >= limit;
        }

        String header() {
            return "user-" + name + "-lim:" + limit + ";user-" + name + "-rem:" + Math.max(0, limit - requests.size())
                    + ";";
        }
    }
}
