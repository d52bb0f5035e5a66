package com.example.notary;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Gives the credentials of a bucket to whoever submits a file; Apple's would not work with another S3. */
final class NotaryStub implements AutoCloseable {

    private final HttpServer server;

    NotaryStub(String identity, String secret, String bucket, String object) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestMethod().equals("GET") ? "{\"data\": []}" : """
                    {"data": {"id": "2efe2717-52ef-43a5-96dc-0797e4ca1041", "type": "newSubmissions", "attributes":
                     {"awsAccessKeyId": "%s", "awsSecretAccessKey": "%s", "awsSessionToken": "session",
                      "bucket": "%s", "object": "%s"}}}
                    """.formatted(identity, secret, bucket, object)).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
