package io.github.ascjava.benchmarks.uploads;

import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Counts the requests that a sandbox receives, which remembers only the newest, while they come in. */
final class RequestCounter implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final String LISTS = "GET /v1/appScreenshotSets/{id}/appScreenshots";

    private final Sandbox sandbox;
    private final Thread thread = new Thread(this::run, "request-counter");
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<Instant>> lists = new HashMap<>();
    private @Nullable RecordedRequest last;
    private boolean isIncomplete;
    private volatile boolean isClosed;

    private RequestCounter(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static RequestCounter of(Sandbox sandbox) {
        RequestCounter counter = new RequestCounter(sandbox);
        counter.thread.start();
        return counter;
    }

    private void run() {
        while (!isClosed) {
            take();
            LockSupport.parkNanos(PAUSE);
        }
        take();
    }

    private void take() {
        List<RecordedRequest> all = sandbox.requests();
        int known = -1;
        for (int i = all.size() - 1; i >= 0 && known < 0; i--) {
            known = all.get(i).equals(last) ? i : known;
        }
        isIncomplete |= last != null && known < 0;
        for (RecordedRequest request : all.subList(known + 1, all.size())) {
            count(request);
            last = request;
        }
    }

    private void count(RecordedRequest request) {
        String kind = request.method() + " " + request.path().replaceAll("/(set-\\d+|[0-9a-f-]{36})(?=/|$)", "/{id}");
        counts.merge(kind, 1, Integer::sum);
        if (kind.equals(LISTS)) {
            lists.computeIfAbsent(request.path(), path -> new ArrayList<>()).add(request.at());
        }
    }

    /** Prints the numbers, and returns whether they are as promised. */
    boolean report(int screenshots) {
        close();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int listed = counts.getOrDefault(LISTS, 0);
        counts.forEach((kind, count) -> System.out.printf("%8d  %s%n", count, kind));
        int tooMany = 0;
        Duration closest = Duration.ofDays(1);
        for (List<Instant> times : lists.values()) {
            Duration span = Duration.between(times.get(0), times.get(times.size() - 1));
            tooMany += times.size() > span.toSeconds() + 2 ? 1 : 0;
            for (int i = 1; i < times.size(); i++) {
                Duration gap = Duration.between(times.get(i - 1), times.get(i));
                closest = gap.compareTo(closest) < 0 ? gap : closest;
            }
        }
        System.out.printf(
                "%.2f requests a screenshot without lists (3.00); %.2f with them%n",
                (all - listed) / (double) screenshots, all / (double) screenshots);
        System.out.printf(
                "%.2f s between two lists of one set at least; %d of %d sets had more than one a second%n",
                closest.toMillis() / 1000.0, tooMany, lists.size());
        if (isIncomplete) {
            System.out.println("Requests came faster than they could be counted; upload fewer at a time.");
        }
        return !isIncomplete && tooMany == 0 && all - listed == 3 * screenshots;
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
