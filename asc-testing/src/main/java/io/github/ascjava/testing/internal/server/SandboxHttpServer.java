package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The sandbox's server sockets, on the loopback interface only. Thread-safe. */
public final class SandboxHttpServer implements AutoCloseable {

    /** An address instead of a name, so that clients resolve nothing; asc-auth recognizes it as this machine. */
    private static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};
    /** Referenced, because a logger that is garbage-collected loses its level. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final CompletableFuture<RequestPipeline> service = new CompletableFuture<>();
    private final boolean isEncrypted;

    private SandboxHttpServer(GuardedSockets sockets) {
        isEncrypted = sockets.areEncrypted();
        server.setServerSocketFactory(sockets);
        // One more byte shows that there was more; the rest is read and dropped.
        server.setBodyLimit(RequestPreconditions.MOST_OBJECT_BYTES + 1L);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                forgetRequests();
                return response(request.getMethod(), service.join().reply(request(request)));
            }
        });
    }

    /**
     * Listens on a port; requests wait until {@link #serve} is called.
     *
     * @param port 0 for any free port
     * @param tls makes the encrypted side of connections; null for connections in clear text
     * @throws IOException if the port is not available
     */
    public static SandboxHttpServer listen(int port, @Nullable SSLSocketFactory tls) throws IOException {
        return listen(port, new GuardedSockets(tls));
    }

    static SandboxHttpServer listen(int port, GuardedSockets sockets) throws IOException {
        if (SERVER_LOG.getLevel() == null) {
            // Otherwise it logs every connection that opens without a request, such as a probe of the port.
            SERVER_LOG.setLevel(Level.SEVERE);
        }
        SandboxHttpServer front = new SandboxHttpServer(sockets);
        front.server.start(InetAddress.getByAddress(ADDRESS), port);
        return front;
    }

    /** Handles all requests with a handler, including those that wait. */
    public void serve(RequestPipeline answering) {
        service.complete(answering);
    }

    /** Returns the base URL of all requests; ends with a slash. */
    public HttpUrl url() {
        return new HttpUrl.Builder()
                .scheme(isEncrypted ? "https" : "http")
                .host(HOST)
                .port(server.getPort())
                .build();
    }

    /** Closes all connections; requests in progress get no response. */
    @Override
    public void close() {
        service.cancel(false);
        server.close();
    }

    /** The server queues every request for a test to take; here, the journal keeps a limited number instead. */
    private void forgetRequests() throws InterruptedException {
        while (server.takeRequest(0, TimeUnit.SECONDS) != null) {
            // Taking a request from the queue discards it.
        }
    }

    private ApiRequest request(RecordedRequest request) {
        ByteString body = request.getBody();
        HttpUrl url = request.getUrl();
        if (isEncrypted || "https".equals(request.getHeaders().get("X-Forwarded-Proto"))) {
            // The server library knows nothing of TLS here, and a proxy that ends it says so; links must lead back
            // through it.
            url = url.newBuilder().scheme("https").build();
        }
        return new ApiRequest(request.getMethod(), url, request.getHeaders(), body == null ? ByteString.EMPTY : body);
    }

    private static MockResponse response(String method, Reply reply) {
        ApiAnswer answer = reply.answer();
        MockResponse.Builder response = new MockResponse.Builder()
                .headersDelay(reply.delay().toMillis(), TimeUnit.MILLISECONDS)
                .headers(answer.headers());
        switch (reply.sending()) {
            case LOST -> response.onResponseStart(SocketEffect.ShutdownConnection.INSTANCE);
            case CUT -> response.onResponseBody(SocketEffect.ShutdownConnection.INSTANCE);
            case WHOLE -> {}
        }
        if (reply.sending() == Reply.Sending.LOST) {
            return response.build();
        }
        response.code(answer.status());
        if (!method.equals("HEAD")) {
            response.body(new Buffer().write(answer.body()));
        }
        return (answer.status() == 204 ? response.removeHeader("Content-Length") : response).build();
    }
}
