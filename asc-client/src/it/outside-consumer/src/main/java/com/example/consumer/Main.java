package com.example.consumer;

import com.sun.net.httpserver.HttpServer;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttp;

/** Makes one call and looks at what its one dependency brought along; fails with a sentence if anything is wrong. */
public final class Main {

    private static final String APPS = """
            {"data": [{"type": "apps", "id": "1", "attributes": {"name": "Demo", "bundleId": "com.example.demo"}}],
             "links": {"self": "/v1/apps"}, "meta": {"paging": {"limit": 50, "total": 1}}}
            """;

    private Main() {}

    public static void main(String[] args) throws Exception {
        requireOnce("okhttp3/OkHttpClient.class");
        requireOnce("com/fasterxml/jackson/databind/ObjectMapper.class");
        requireOnce("com/fasterxml/jackson/core/JsonFactory.class");
        require(OkHttp.VERSION.startsWith("5."), "OkHttp is " + OkHttp.VERSION + ", not 5.x.");
        require(copies("org/junit/Test.class") == 0, "JUnit 4 is on the class path.");
        require(copies("org/junit/jupiter/api/Test.class") == 0, "JUnit Jupiter is on the class path.");
        List<App> apps = call();
        require(apps.size() == 1 && "Demo".equals(apps.get(0).name()), "The call answered with " + apps + ".");
        System.out.println(
                "The outside consumer got " + apps.get(0).name() + " through OkHttp " + OkHttp.VERSION + ".");
    }

    private static List<App> call() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/v1/apps", exchange -> {
            byte[] body = APPS.getBytes(StandardCharsets.UTF_8);
            boolean authorized = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ey");
            exchange.sendResponseHeaders(authorized ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        ApiKey key = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", newKey());
        try (AppStoreConnect asc = AppStoreConnect.builder(key)
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .build()) {
            return asc.apps().list().all();
        } finally {
            server.stop(0);
        }
    }

    private static PrivateKey newKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair().getPrivate();
    }

    private static void requireOnce(String classFile) throws IOException {
        int copies = copies(classFile);
        require(copies == 1, classFile + " is on the class path " + copies + " times.");
    }

    private static int copies(String classFile) throws IOException {
        return Collections.list(Main.class.getClassLoader().getResources(classFile))
                .size();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
