package io.github.ascjava.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;

/**
 * Checks the connections and threads of HTTP clients for leaks.
 *
 * <p>A response that was not closed keeps its connection from becoming idle, or shows up in OkHttp's log if it was
 * garbage-collected by then.
 */
public final class Leaks {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final List<String> LOGGED = new CopyOnWriteArrayList<>();
    /** Referenced, because a logger that is garbage-collected loses its level. */
    private static final Logger OKHTTP = Logger.getLogger(OkHttpClient.class.getName());

    static {
        OKHTTP.setLevel(Level.WARNING);
        OKHTTP.addHandler(new Remembering());
    }

    private final List<OkHttpClient> clients = new ArrayList<>();

    /** Adds a client to those that are checked. */
    public synchronized OkHttpClient watch(OkHttpClient client) {
        clients.add(client);
        return client;
    }

    /**
     * Fails if, after a while, a connection is still in use, a call in progress or queued, or a thread of a dispatcher
     * busy.
     *
     * @param failed whether the test has already failed, so that only its failure matters
     */
    public synchronized void check(boolean failed) {
        for (OkHttpClient client : clients) {
            boolean clean = comes(() -> inUse(client) == 0
                    && client.dispatcher().runningCallsCount() == 0
                    && client.dispatcher().queuedCallsCount() == 0);
            String left = inUse(client) + " connections in use, "
                    + client.dispatcher().runningCalls() + " under way, "
                    + client.dispatcher().queuedCallsCount() + " queued";
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
            if (!failed && !clean) {
                throw new AssertionError("The test left something behind: " + left);
            }
            if (!failed && !ends(client)) {
                throw new AssertionError("The test left a busy thread behind.");
            }
        }
        if (!failed && !LOGGED.isEmpty()) {
            throw new AssertionError("OkHttp found a connection that was not given back: " + LOGGED);
        }
    }

    /** Waits until a condition holds, for ten seconds at most. */
    public static boolean comes(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return true;
    }

    private static int inUse(OkHttpClient client) {
        return client.connectionPool().connectionCount()
                - client.connectionPool().idleConnectionCount();
    }

    private static boolean ends(OkHttpClient client) {
        try {
            return client.dispatcher().executorService().awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Remembering extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && entry.getMessage().contains("leaked")) {
                LOGGED.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
