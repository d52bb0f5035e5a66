package io.github.ascjava.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives webhooks in the JDK's {@code HttpServer}.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8080), 0);
 * server.createContext("/app-store", WebhookHandler.of(verifier, worker, event -> System.out.println(event)));
 * server.setExecutor(requests);
 * server.start();
 * }</pre>
 *
 * <p>It verifies a request, hands its event to an executor and responds with 200, without waiting for the event to be handled.
 * An event whose ID was claimed before is answered with 200 and not handled again. The other responses are 401, 413 and 400 as
 * {@link InvalidWebhookException#httpStatus()} says, 405 for other methods than POST, and 503 if the executor rejects the event
 * or the replay guard fails. Apple is not known to repeat a delivery that failed, but repeats it on request.
 *
 * <p>The server needs an executor of its own with several threads; without one, a slow request stops all others. It has no
 * limits by default: {@code sun.net.httpserver.maxReqTime} (seconds for headers and body) and
 * {@code jdk.httpserver.maxConnections} are system properties, to be set before the first server is created. TLS is the
 * business of {@code HttpsServer} or of a proxy. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class WebhookHandler implements HttpHandler {

    private static final System.Logger LOG = System.getLogger("io.github.ascjava.webhooks");

    private final WebhookVerifier verifier;
    private final Executor executor;
    private final Consumer<WebhookEvent> consumer;
    private final ReplayGuard guard;
    private final Consumer<RuntimeException> failures;

    private WebhookHandler(
            WebhookVerifier verifier,
            Executor executor,
            Consumer<WebhookEvent> consumer,
            ReplayGuard guard,
            Consumer<RuntimeException> failures) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.consumer = Objects.requireNonNull(consumer, "consumer");
        this.guard = Objects.requireNonNull(guard, "guard");
        this.failures = Objects.requireNonNull(failures, "failures");
    }

    /**
     * Returns a handler with a replay guard in memory, which logs failures as warnings of the {@link System.Logger}
     * {@code io.github.ascjava.webhooks}.
     *
     * @param executor runs the consumer; its queue should have a limit, beyond which it rejects events
     * @param consumer handles one event; if it throws, a redelivery of the event will be handled
     */
    public static WebhookHandler of(WebhookVerifier verifier, Executor executor, Consumer<WebhookEvent> consumer) {
        return new WebhookHandler(
                verifier, executor, consumer, ReplayGuard.inMemory(Clock.systemUTC()), WebhookHandler::log);
    }

    /** Returns the same handler with another replay guard, such as one that several processes share. */
    public WebhookHandler withReplayGuard(ReplayGuard replayGuard) {
        return new WebhookHandler(verifier, executor, consumer, replayGuard, failures);
    }

    /**
     * Returns the same handler with a listener instead of the log.
     *
     * @param listener called with an {@link InvalidWebhookException} for each request that is rejected, with a
     *     {@link RejectedExecutionException} for each event that the executor rejects, and with the exceptions of the consumer
     *     and of the replay guard
     */
    public WebhookHandler onFailure(Consumer<RuntimeException> listener) {
        return new WebhookHandler(verifier, executor, consumer, guard, listener);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                respond(exchange, 405, null);
                return;
            }
            try {
                accept(verified(exchange));
                respond(exchange, 200, null);
            } catch (InvalidWebhookException e) {
                failures.accept(e);
                respond(exchange, e.httpStatus(), e.getMessage());
                if (e.problem() == InvalidWebhookException.Problem.BODY_TOO_LARGE) {
                    discard(exchange.getRequestBody(), 2L * verifier.maxBodyBytes());
                }
            } catch (RuntimeException e) {
                failures.accept(e);
                respond(exchange, 503, "The event could not be accepted. Request a redelivery later.");
            }
        }
    }

    private WebhookEvent verified(HttpExchange exchange) throws IOException {
        if (declaredLength(exchange) > verifier.maxBodyBytes()) {
            // The rest of the body would be taken for the next request.
            exchange.getResponseHeaders().set("Connection", "close");
            throw verifier.tooLarge();
        }
        byte[] body = verifier.readBody(exchange.getRequestBody());
        return verifier.verify(body, exchange.getRequestHeaders().get(WebhookVerifier.SIGNATURE_HEADER));
    }

    /** A client that is still sending when the connection is closed does not see the response. */
    private static void discard(InputStream in, long bytes) throws IOException {
        // Not skip(), by which the server's streams read past the end of the body.
        byte[] buffer = new byte[8192];
        long left = bytes;
        int read = in.read(buffer);
        while (read > 0 && left > 0) {
            left -= read;
            read = in.read(buffer);
        }
    }

    /** The server has checked that it is a number. */
    private static long declaredLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private void accept(WebhookEvent event) {
        String id = event.id();
        if (id != null && !guard.claim(id)) {
            return;
        }
        boolean accepted = false;
        try {
            executor.execute(() -> consume(event));
            accepted = true;
        } finally {
            if (!accepted) {
                release(id);
            }
        }
    }

    private void consume(WebhookEvent event) {
        boolean handled = false;
        try {
            consumer.accept(event);
            handled = true;
        } catch (RuntimeException e) {
            failures.accept(e);
        } finally {
            if (!handled) {
                release(event.id());
            }
        }
    }

    private void release(@Nullable String id) {
        if (id != null) {
            guard.release(id);
        }
    }

    private static void respond(HttpExchange exchange, int status, @Nullable String text) throws IOException {
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    private static void log(RuntimeException failure) {
        if (failure instanceof InvalidWebhookException || failure instanceof RejectedExecutionException) {
            LOG.log(System.Logger.Level.WARNING, failure.getMessage());
        } else {
            LOG.log(System.Logger.Level.WARNING, "A webhook event could not be handled.", failure);
        }
    }
}
