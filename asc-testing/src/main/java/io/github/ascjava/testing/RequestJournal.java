package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests; older ones are dropped, so that a sandbox can run for months. Thread-safe. */
final class RequestJournal {

    private static final int MOST = 1_000;
    /** Uploads have parts of several megabytes. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Clock clock;
    private final Deque<RecordedRequest> newest = new ArrayDeque<>();
    private long bytes;

    RequestJournal(Clock clock) {
        this.clock = clock;
    }

    /** Records a request; the status is 0 if its connection was closed instead of a response. */
    synchronized void record(ApiRequest request, int status) {
        newest.addLast(new RecordedRequest(
                clock.instant(), request.method(), request.url(), request.headers(), request.body(), status));
        bytes += request.body().size();
        while (newest.size() > MOST || (bytes > MOST_BYTES && newest.size() > 1)) {
            bytes -= newest.removeFirst().body().size();
        }
    }

    synchronized List<RecordedRequest> list() {
        return List.copyOf(newest);
    }

    synchronized void clear() {
        newest.clear();
        bytes = 0;
    }
}
