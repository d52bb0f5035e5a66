package io.github.ascjava.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Responds to every request with page A, on loopback, until it is stopped. */
public final class PageServer {

    private PageServer() {}

    /**
     * Creates a key for the clients, starts, and prints the URL.
     *
     * @param args the folder for the key file
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        BenchmarkKeys.write(Path.of(args[0]));
        byte[] page = SamplePages.pageA();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        System.out.println("http://localhost:" + server.getAddress().getPort() + "/");
    }
}
