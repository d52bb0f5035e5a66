package io.github.ascjava.examples.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ascjava.auth.ApiKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small App Store Connect on a port of this machine.
 *
 * <p>It checks tokens as Apple does and answers reads of apps, users and bundle IDs in Apple's shapes. What it does not
 * know it refuses as Apple does, so that nothing works here that would fail there.
 */
public final class DemoServer implements AutoCloseable {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final String KEY_ID = "2X9R4HXF34";
    private static final int REQUESTS_PER_HOUR = 3600;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private final Clock clock;
    private final ApiKey key;
    private final TokenCheck tokenCheck;
    private final DemoReads reads = new DemoReads(new DemoTeam());

    private DemoServer(HttpServer server, Clock clock, KeyPair keyPair) {
        this.server = server;
        this.clock = clock;
        this.key = ApiKey.team(ISSUER_ID, KEY_ID, keyPair.getPrivate());
        this.tokenCheck = new TokenCheck(KEY_ID, ISSUER_ID, keyPair.getPublic(), clock);
    }

    /**
     * Starts a server on a free port of the loopback interface, with a new key.
     *
     * @param clock what tokens are checked by
     * @throws IOException if there is no port to be had
     */
    public static DemoServer start(Clock clock) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        DemoServer demo = new DemoServer(http, clock, newKeyPair());
        http.setExecutor(demo.threads);
        http.createContext("/", demo::handle);
        http.start();
        return demo;
    }

    /** Returns the URL below which it answers; ends in a slash. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Returns the key whose tokens it accepts; made for this server and good nowhere else. */
    public ApiKey key() {
        return key;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = mapper.writeValueAsBytes(answer.body());
            int left = REQUESTS_PER_HOUR - requests.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders()
                    .set("X-Rate-Limit", "user-hour-lim:" + REQUESTS_PER_HOUR + ";user-hour-rem:" + left + ";");
            exchange.getResponseHeaders()
                    .set(
                            "Date",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    clock.instant().atOffset(ZoneOffset.UTC)));
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!tokenCheck.accepts(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.unauthorized();
        }
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.notAllowed(exchange.getRequestMethod());
        }
        return reads.read(
                baseUrl(), path, QueryString.parse(exchange.getRequestURI().getRawQuery()));
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime can make EC keys.", e);
        }
    }
}
