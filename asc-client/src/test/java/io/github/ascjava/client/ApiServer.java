package io.github.ascjava.client;

import io.github.ascjava.client.call.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on loopback that answers what a test told it to, and a client that talks to it; new for each test.
 *
 * <p>When the test is over, no connection and no thread of the clients made here may be in use any more; see {@link Leaks}.
 */
public final class ApiServer implements BeforeEachCallback, AfterEachCallback {

    private static final Logger QUIET = Logger.getLogger(MockWebServer.class.getName());

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final MockWebServer server = new MockWebServer();
    private final Leaks leaks = new Leaks();
    /** Of all clients that are made here, so that it can be looked into. With the timeout of the library's own. */
    private final OkHttpClient http = leaks.watch(
            new OkHttpClient.Builder().readTimeout(60, TimeUnit.SECONDS).build());

    private final AppStoreConnect client;

    public ApiServer() {
        // Otherwise each answer waits 40 ms for the acknowledgement of its headers before its body is sent.
        server.setServerSocketFactory(new NoDelay());
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        client = builder().options(o -> o.retryPolicy(RetryPolicy.NONE)).build();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // The server runs since the field was set, so that other fields of the test can use it.
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try {
            leaks.check(context.getExecutionException().isPresent());
        } finally {
            server.shutdown();
        }
    }

    /** Returns a client with a team key that sends each call once. */
    public AppStoreConnect client() {
        return client;
    }

    /** Returns a builder with a team key, this server's URL, and an HTTP client that is looked into after the test. */
    public AppStoreConnect.Builder builder() {
        return AppStoreConnect.builder(TestKeys.team()).baseUrl(url("/")).httpClient(http);
    }

    /** Has another HTTP client looked into after the test. */
    public OkHttpClient watch(OkHttpClient other) {
        return leaks.watch(other);
    }

    /** Returns the HTTP client of all clients made here. */
    public OkHttpClient http() {
        return http;
    }

    public String url(String path) {
        // The machine may have another name for its loopback address, which no client takes for one.
        return server.url(path).newBuilder().host("localhost").build().toString();
    }

    public int port() {
        return server.getPort();
    }

    public MockWebServer server() {
        return server;
    }

    public void answer(String json) {
        answer(200, json);
    }

    public void answer(int status, String body) {
        answer(json(status, body));
    }

    public void answer(MockResponse response) {
        server.enqueue(response);
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(new Buffer().write(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns how many requests came so far. */
    public int requests() {
        return server.getRequestCount();
    }

    /** Returns the next request that came and was not taken yet. */
    public RecordedRequest taken() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No request came.");
            }
            return request;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns method and path of the next request that came. */
    public String line() {
        RecordedRequest request = taken();
        return request.getMethod() + " " + request.getPath();
    }

    /** Returns the body of the next request that came. */
    public String body() {
        return taken().getBody().readUtf8();
    }
}
