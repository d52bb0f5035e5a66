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
 * The sandbox's state, for behaviors and fixtures: use it within a request, within {@link #locked}, or before the
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
     * Creates an empty state; the same seed gives the same IDs and random numbers.
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

    /** Returns the content of Apple's document. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns whether the sandbox has a deviation of the live service. */
    public boolean has(Deviation deviation) {
        return deviations.contains(deviation);
    }

    /** Returns all resources. */
    public Store store() {
        return store;
    }

    /** Adds a resource with a random ID and no attributes to a relationship of another one. */
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

    /** Returns the source of IDs. */
    public Ids ids() {
        return ids;
    }

    /** Returns the only source of random numbers, so that the same seed gives the same state. */
    public Random random() {
        return random;
    }

    /**
     * Returns the base URL of the sandbox.
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

    /** Sets the base URL, once the server listens. */
    public void listensAt(HttpUrl url) {
        baseUrl = url;
    }

    /**
     * Runs a task outside of the lock on the sandbox's own thread, after earlier tasks; for example, the delivery to a
     * webhook.
     */
    public void afterwards(Runnable task) {
        try {
            tasks.execute(task);
        } catch (RejectedExecutionException e) {
            // The sandbox was closed during the request, so the task is no longer needed.
        }
    }

    /** Runs a task while no request is handled; for tasks given to {@link #afterwards} and for tests. */
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
