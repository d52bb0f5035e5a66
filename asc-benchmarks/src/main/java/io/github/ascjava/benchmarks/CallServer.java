package io.github.ascjava.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;

/** Responds on loopback with one app, a large or a small one, until it is stopped. */
public final class CallServer {

    private static final byte[] SMALL =
            ("{\"data\":{\"type\":\"apps\",\"id\":\"1400000000\",\"attributes\":{\"name\":\"Basel\","
                            + "\"bundleId\":\"com.example.basel\",\"sku\":\"BASEL-1\",\"primaryLocale\":\"en-US\",\"isOrEverWasMadeForKids\":"
                            + "false,\"contentRightsDeclaration\":\"DOES_NOT_USE_THIRD_PARTY_CONTENT\"},\"links\":{\"self\":\"/v1/apps/1\"}}}")
                    .getBytes(StandardCharsets.UTF_8);

    private CallServer() {}

    /**
     * Creates a key for the clients, starts, and prints the URL.
     *
     * @param args the folder for the key file
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        // Otherwise each response waits 40 ms for the acknowledgement of its headers, and a JVM makes too few calls to
        // be warm.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        BenchmarkKeys.write(Path.of(args[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newCachedThreadPool());
        serve(server, "/v1/apps/large", SamplePages.oneApp());
        serve(server, "/v1/apps/small", SMALL);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static void serve(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> answer(exchange, body));
    }

    /** With headers as Apple sends them. */
    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:3598;");
            exchange.getResponseHeaders().set("X-Request-Id", "YQ5MZFKJ2ZK4X5J7TB3L2S6N4M");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
