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
 * A server on loopback with responses that a test defines, and clients that talk to it; new for each test.
 *
 * <p>After the test, none of its clients may have a connection or thread in use; see {@link Leaks}.
 */
public final class ApiServer implements BeforeEachCallback, AfterEachCallback {

    private static final Logger QUIET = Logger.getLogger(MockWebServer.class.getName());

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final MockWebServer server = new MockWebServer();
    private final Leaks leaks = new Leaks();
    /** Shared by all clients created here, so that it can be inspected. Its timeout is the library's default. */
    private final OkHttpClient http = leaks.watch(
            new OkHttpClient.Builder().readTimeout(60, TimeUnit.SECONDS).build());

    private final AppStoreConnect client;

    public ApiServer() {
        // Otherwise each response waits 40 ms for the acknowledgement of its headers before its body is sent.
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
        // The server runs since the field was initialized, so that other fields of the test can use it.
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

    /** Returns a builder with a team key, this server's URL, and an HTTP client that is checked after the test. */
    public AppStoreConnect.Builder builder() {
        return AppStoreConnect.builder(TestKeys.team()).baseUrl(url("/")).httpClient(http);
    }

    /** Adds another HTTP client to those that are checked after the test. */
    public OkHttpClient watch(OkHttpClient other) {
        return leaks.watch(other);
    }

    /** Returns the HTTP client of all clients created here. */
    public OkHttpClient http() {
        return http;
    }

    public String url(String path) {
        // The machine's name for its loopback address may be one that the client rejects as not local.
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

    /** Returns the number of requests received so far. */
    public int requests() {
        return server.getRequestCount();
    }

    /** Returns the next request that was not taken yet. */
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

    /** Returns method and path of the next request. */
    public String line() {
        RecordedRequest request = taken();
        return request.getMethod() + " " + request.getPath();
    }

    /** Returns the body of the next request. */
    public String body() {
        return taken().getBody().readUtf8();
    }
}
