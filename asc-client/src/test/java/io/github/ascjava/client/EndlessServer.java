package io.github.ascjava.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server on loopback whose response body goes on until the client hangs up. */
final class EndlessServer implements AutoCloseable {

    /** Ends the body if the client never hangs up: more than any limit and any buffer between the two. */
    private static final long MOST = 1L << 30;

    private final HttpServer server;
    private final byte[] start;
    private final byte[] part;
    private final CompletableFuture<Long> sent = new CompletableFuture<>();

    /** Starts a server whose bodies have a beginning, followed by the same part again and again. */
    EndlessServer(String start, String part) throws IOException {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.part = part.repeat(16 * 1024 / part.length() + 1).getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Returns how many bytes of the body were sent before the client hung up. */
    long sent() throws Exception {
        return sent.get(30, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        long count = 0;
        try (exchange) {
            body.write(start);
            while (count < MOST) {
                body.write(part);
                count += part.length;
            }
        } catch (IOException e) {
            // The client hung up.
        } finally {
            sent.complete(count);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
