package com.example.apple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;

/** A server that responds to a few requests as Apple does, using only the JDK, and a client for it. */
public final class FakeApple implements AutoCloseable {

    private static final String APP = """
            {"type": "apps", "id": "1",
             "attributes": {"name": "Demo", "bundleId": "com.example.demo", "primaryLocale": null,
                            "contentRightsDeclaration": "NEXT_YEARS_VALUE", "marketingCode": 7},
             "relationships": {"betaGroups": {"data": [{"type": "betaGroups", "id": "g1"}]},
                               "appStoreIcon": {"data": null},
                               "ciProduct": {"data": {"type": "ciProducts", "id": "c1"}},
                               "builds": {"links": {"related": "/v1/apps/1/builds"}}},
             "links": {"self": "/v1/apps/1"}}""";
    private static final String GROUP = """
            {"type": "betaGroups", "id": "g1",
             "attributes": {"name": "Nightly", "createdDate": "2026-11-23T10:00:00Z"}}""";

    /** The app above in plain JSON, that is, without this library's module for Jackson. */
    public static final String PLAIN_APP = """
            {"id": "1", "type": "apps", "name": "Demo", "bundleId": "com.example.demo",
             "contentRightsDeclaration": "NEXT_YEARS_VALUE",
             "betaGroups": [{"type": "betaGroups", "id": "g1"}],
             "appStoreIcon": null,
             "ciProduct": {"type": "ciProducts", "id": "c1"}}""";
    /** The same for the beta group. */
    public static final String PLAIN_GROUP = """
            {"id": "g1", "type": "betaGroups", "name": "Nightly", "createdDate": "2026-11-23T10:00:00Z"}""";

    private final HttpServer server;

    public FakeApple() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Creates a client with a new key. */
    public AppStoreConnect client() throws GeneralSecurityException {
        ApiKey key = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", newKey());
        return AppStoreConnect.builder(key)
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ey")) {
                send(exchange, 401, "{\"errors\": [{\"status\": \"401\", \"code\": \"NOT_AUTHORIZED\"}]}");
                return;
            }
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (request) {
                case "GET /v1/apps" ->
                    send(exchange, 200, "{\"data\": [" + APP + "], \"links\": {\"self\": \"/v1/apps\"}}");
                case "GET /v1/apps/1", "PATCH /v1/apps/1" -> send(exchange, 200, "{\"data\": " + APP + "}");
                case "GET /v1/betaGroups/g1" -> send(exchange, 200, "{\"data\": " + GROUP + "}");
                case "POST /v1/betaGroups" -> send(exchange, 201, "{\"data\": " + GROUP + "}");
                case "DELETE /v1/betaGroups/g1" -> exchange.sendResponseHeaders(204, -1);
                default -> send(exchange, 404, "{\"errors\": [{\"status\": \"404\", \"code\": \"NOT_FOUND\"}]}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static PrivateKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair().getPrivate();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Throws an exception with the message unless the condition holds. */
    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
