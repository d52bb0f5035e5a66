package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.http.SandboxClock;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's state, as behaviors and seeds work with it: within a request, or within {@link #locked}, or before the
 * sandbox starts.
 */
public final class SandboxState implements AutoCloseable {

    private final Catalog catalog;
    private final SandboxClock clock;
    private final Store store;
    private final Set<Deviation> deviations;
    private final Ids ids;
    private final Random random;
    private final ReentrantLock lock = new ReentrantLock();
    private final ExecutorService tasks;
    private @Nullable HttpUrl baseUrl;

    /**
     * Makes an empty world; the same seed gives the same ids and the same chance.
     *
     * @param deviations where it follows the live service rather than the document
     */
    public SandboxState(Catalog catalog, SandboxClock clock, long seed, Set<Deviation> deviations) {
        this.catalog = catalog;
        this.clock = clock;
        this.store = new Store(catalog.relations());
        this.deviations = Set.copyOf(deviations);
        this.ids = new Ids(seed);
        this.random = new Random(~seed);
        this.tasks = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "asc-sandbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns what Apple's document says. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns whether the sandbox follows the live service in one respect. */
    public boolean has(Deviation deviation) {
        return deviations.contains(deviation);
    }

    /** Returns all resources. */
    public Store store() {
        return store;
    }

    /** Adds a resource with a random id, without attributes, to a relationship of another one. */
    public StoredResource addTo(StoredResource owner, String relationship) {
        StoredResource added =
                store.add(store.relation(owner.type(), relationship).target(), ids.uuid());
        store.link(owner, relationship, added);
        return added;
    }

    /** Adds a copy of a resource, with its attributes only, to a relationship of another one. */
    public StoredResource copyTo(StoredResource owner, String relationship, StoredResource original) {
        StoredResource copy = addTo(owner, relationship);
        copy.attributes().setAll(original.attributes().deepCopy());
        return copy;
    }

    /** Returns the sandbox's time. */
    public SandboxClock clock() {
        return clock;
    }

    /** Returns the maker of ids. */
    public Ids ids() {
        return ids;
    }

    /** Returns the only source of chance, so that the same seed gives the same world. */
    public Random random() {
        return random;
    }

    /**
     * Returns the URL under which the sandbox is reached.
     *
     * @throws IllegalStateException before the server listens
     */
    public HttpUrl baseUrl() {
        HttpUrl url = baseUrl;
        if (url == null) {
            throw new IllegalStateException("The sandbox has no URL before its server listens.");
        }
        return url;
    }

    /** Tells the world, once the server listens, under which URL. */
    public void listensAt(HttpUrl url) {
        baseUrl = url;
    }

    /**
     * Runs a task outside of the lock, on the sandbox's own thread, after those given before, such as a delivery of a
     * webhook.
     */
    public void afterwards(Runnable task) {
        try {
            tasks.execute(task);
        } catch (RejectedExecutionException e) {
            // The sandbox has been closed while it answered; nobody waits for what would come after.
        }
    }

    /** Runs a task while no request is answered; for tasks given to {@link #afterwards} and for tests. */
    public void locked(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the tasks that have not been run. */
    @Override
    public void close() {
        tasks.shutdownNow();
    }

    ReentrantLock lock() {
        return lock;
    }
}
