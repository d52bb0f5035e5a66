package com.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.spring.test.AutoConfigureAscSandbox;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.webhooks.WebhookSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "ascjava.key.private-key=${NOT_SET}",
            "ascjava.webhooks.secret=s3cret",
            "management.endpoint.health.show-details=always",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always"
        })
@AutoConfigureAscSandbox
class ApplicationTest {

    @Autowired
    Sandbox sandbox;

    @LocalServerPort
    int port;

    @Test
    void everyPartOfTheStarterWorks() throws Exception {
        assertThat(SpringBootVersion.getVersion()).startsWith("4.1.");
        sandbox.failNext(503);
        assertThat(get("/apps")).contains("\"Trail Ledger\"");

        String event =
                "{\"data\": {\"type\": \"webhookPingCreated\", \"id\": \"e1\", \"version\": 1, \"attributes\": {}}}";
        assertThat(post(event, WebhookSigner.of("s3cret").sign(event.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(200);
        assertThat(post(event, WebhookSigner.of("other").sign(event.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(get("/events")).isEqualTo("[\"webhookPingCreated\"]");

        assertThat(get("/actuator/health")).contains("\"appStoreConnect\":{", "\"outcome\":\"200\"", "\"attempts\":2");
        assertThat(get("/actuator/metrics/ascjava.call?tag=path:/v1/apps")).contains("\"COUNT\",\"value\":1.0");
        assertThat(get("/actuator/env")).doesNotContain("PRIVATE KEY", "s3cret");
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int post(String body, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/app-store-connect/webhooks"))
                .header("x-apple-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
