package io.github.ascjava.examples.webhooks;

import com.sun.net.httpserver.HttpServer;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookHandler;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Receives events over HTTP, responds at once, and handles them one after the other in the order of arrival.
 *
 * <p>Events wait in a queue of limited length. If it is full, the delivery gets the status 503 and counts as failed in App
 * Store Connect, from where it can be sent again.
 */
final class Listener implements AutoCloseable {

    private static final long SECONDS_TO_FINISH = 5;

    private final HttpServer server;
    private final Terminal terminal;
    private final ThreadPoolExecutor requests;
    private final ThreadPoolExecutor worker;

    private Listener(HttpServer server, Terminal terminal, int queueLength) {
        this.server = server;
        this.terminal = terminal;
        // As many threads as connections, so that slow requests do not delay others.
        requests = new ThreadPoolExecutor(
                1, ServerLimits.CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Listener::daemon);
        worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queueLength), Listener::daemon);
    }

    /**
     * Starts to listen.
     *
     * @param queueLength how many events wait for the one that is handled
     * @param action what to do with an event; if it throws, a redelivery of the event is handled
     */
    static Listener start(
            InetSocketAddress address,
            WebhookVerifier verifier,
            int queueLength,
            Terminal terminal,
            Consumer<WebhookEvent> action)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        Listener listener = new Listener(server, terminal, queueLength);
        server.createContext(
                "/",
                WebhookHandler.of(verifier, listener.worker, listener.printing(action))
                        .onFailure(listener::report));
        server.setExecutor(listener.requests);
        server.start();
        return listener;
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /** A line break can only be between the tokens of JSON, so the line is the same JSON. */
    private Consumer<WebhookEvent> printing(Consumer<WebhookEvent> action) {
        return event -> {
            terminal.line(event.json().replace('\r', ' ').replace('\n', ' ').replace('\t', ' '));
            terminal.out().flush();
            action.accept(event);
        };
    }

    private void report(RuntimeException failure) {
        terminal.note(
                failure instanceof RejectedExecutionException
                        ? "An event was refused with the status 503, because "
                                + worker.getQueue().size()
                                + " are waiting. Request its delivery again later: asc webhooks deliveries ID --failed"
                        : failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "asc-webhooks-listen");
        thread.setDaemon(true);
        return thread;
    }

    /** Accepts no more events, gives the current one a few seconds, and says how many were not handled. */
    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        int waiting = worker.shutdownNow().size();
        try {
            if (!worker.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                waiting++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting > 0) {
            terminal.note(
                    waiting + " events were accepted and not handled. Request their deliveries again: asc webhooks"
                            + " deliveries ID");
        }
    }
}
