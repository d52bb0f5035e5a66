package io.github.ascjava.webhooks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The JDK's server with a {@link WebhookHandler} on a free port, which keeps events and failures for a test. */
final class WebhookServer implements AutoCloseable {

    static final String SECRET = "a secret of tests";

    private final BlockingQueue<WebhookEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
    private final ExecutorService requests = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that keeps events on the thread that received them. */
    static WebhookServer start() {
        return start(Runnable::run, event -> {}, handler -> handler);
    }

    static WebhookServer start(
            Executor executor, Consumer<WebhookEvent> consumer, UnaryOperator<WebhookHandler> configuration) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WebhookServer result = new WebhookServer(server);
            WebhookHandler handler = WebhookHandler.of(WebhookVerifier.of(SECRET), executor, event -> {
                consumer.accept(event);
                result.events.add(event);
            });
            server.createContext("/hook", configuration.apply(handler.onFailure(result.failures::add)));
            server.setExecutor(result.requests);
            server.start();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** Returns the next event, or fails if there is none for a while. */
    WebhookEvent next() throws InterruptedException {
        WebhookEvent event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event was handled. Failures: " + failures);
        }
        return event;
    }

    BlockingQueue<WebhookEvent> events() {
        return events;
    }

    BlockingQueue<RuntimeException> failures() {
        return failures;
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }
}
