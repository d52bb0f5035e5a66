package io.github.ascjava.uploads;

import io.github.ascjava.client.jsonapi.Resource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads many files of one parent with one list request, at most once a second, while their uploads wait. Thread-safe.
 *
 * <p>Ten screenshots of a set would otherwise take ten requests a time, which count against the rate limit of the key.
 */
final class SharedLists {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<String, SharedList> lists = new ConcurrentHashMap<>();

    SharedLists(Clock clock) {
        this.clock = clock;
    }

    /** Begins to watch a parent, until the result is closed. */
    Watcher watch(String parent) {
        Instant now = clock.instant();
        lists.keySet().forEach(each -> lists.computeIfPresent(each, (key, list) -> list.isOver(now) ? null : list));
        return new Watcher(lists.compute(parent, (key, known) -> {
            SharedList list = known == null ? new SharedList(key) : known;
            list.watchers++;
            return list;
        }));
    }

    /** One upload that waits. Not thread-safe. */
    final class Watcher implements AutoCloseable {

        private final SharedList list;
        private int seen;

        private Watcher(SharedList list) {
            this.list = list;
        }

        /**
         * Returns a file as of at most a second ago, and later than the last time; empty if it is not in the list yet.
         */
        @SuppressWarnings("unchecked") // All files of one parent and type are of one class.
        <T extends Resource> Optional<T> read(String id, Supplier<List<T>> read) {
            list.lock.lock();
            try {
                list.refresh(seen, read);
                seen = list.version;
                return Optional.ofNullable((T) list.files.get(id));
            } finally {
                list.lock.unlock();
            }
        }

        @Override
        public void close() {
            // The list stays for a second: the next file of the parent would be a reason to read it at once.
            lists.computeIfPresent(list.parent, (key, known) -> {
                known.watchers--;
                return known;
            });
        }
    }

    /** The files of one parent. */
    private final class SharedList {

        private final String parent;
        private final Lock lock = new ReentrantLock();
        /** Changed by the map's functions only, which exclude each other. */
        private int watchers;

        private int version;
        private volatile Instant readAt = Instant.EPOCH;
        private Map<String, Resource> files = Map.of();

        private SharedList(String parent) {
            this.parent = parent;
        }

        private boolean isOver(Instant now) {
            return watchers == 0 && !now.isBefore(readAt.plus(INTERVAL));
        }

        private <T extends Resource> void refresh(int seen, Supplier<List<T>> list) {
            Instant now = clock.instant();
            if (seen == version || !now.isBefore(readAt.plus(INTERVAL))) {
                // Before the request: if it fails, the other uploads wait for their turn.
                readAt = now;
                version++;
                Map<String, Resource> read = new HashMap<>();
                list.get().forEach(file -> read.put(file.id(), file));
                files = read;
            }
        }
    }
}
