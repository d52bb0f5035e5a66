package io.github.ascjava.testing.internal.behavior.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private final Api api = new Api();
    private final MockWebServer endpoint = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        endpoint.start();
        api.app("1");
    }

    @AfterEach
    void stop() {
        api.close();
        endpoint.close();
    }

    @Test
    void signAsApplePublished() {
        assertThat(WebhookSignature.of(ByteString.encodeUtf8("Hello, World!"), "This is my secret"))
                .isEqualTo("hmacsha256=7f062172b01cb00b53ca068614674a3d982a34062a0f5d37687d5e3377e54657");
        assertThat(WebhookSignature.of(
                        ByteString.encodeUtf8("{\"data\":{\"type\":\"webhookPingCreated\"}}"), "whsec_test_secret"))
                .isEqualTo("hmacsha256=065ca525b541f6b77e8eea867abdac3cc108ab11010d2956395853d51cea073b");
    }

    @Test
    void neverGiveTheirSecretBack() {
        JsonNode webhook = create(url());
        String id = webhook.path("id").asText();

        assertThat(webhook.toString()).doesNotContain("ssh");
        assertThat(api.get("/v1/webhooks/" + id).toString()).doesNotContain("ssh");
        assertThat(api.patch("/v1/webhooks/" + id, Body.of("webhooks").id(id).with("secret", "ssh2"))
                        .toString())
                .doesNotContain("ssh");
    }

    @Test
    void arePingedOverASocketWithASignature() throws Exception {
        endpoint.enqueue(new MockResponse.Builder().code(200).body("thanks").build());
        String id = create(url()).path("id").asText();

        api.post("/v1/webhookPings", Body.of("webhookPings").one("webhook", "webhooks", id));
        RecordedRequest request = endpoint.takeRequest(10, TimeUnit.SECONDS);

        assertThat(request).isNotNull();
        ByteString body = request.getBody();
        JsonNode payload = new ObjectMapper().readTree(body.utf8());
        assertThat(request.getHeaders().get("x-apple-signature")).isEqualTo(WebhookSignature.of(body, "ssh"));
        assertThat(payload.at("/data/type").asText()).isEqualTo("webhookPingCreated");
        assertThat(payload.at("/data/version").asInt()).isEqualTo(1);
        assertThat(payload.at("/data/attributes/timestamp").asText()).isEqualTo("2026-11-24T18:30:00.000Z");
        assertThat(payload.at("/data/relationships").isMissingNode()).isTrue();

        JsonNode delivery = delivery(id);
        assertThat(delivery.at("/attributes/deliveryState").asText()).isEqualTo("SUCCEEDED");
        assertThat(delivery.at("/attributes/response/httpStatusCode").asInt()).isEqualTo(200);
        assertThat(delivery.at("/attributes/response/body").asText()).isEqualTo("thanks");
        assertThat(delivery.at("/attributes/request/url").asText()).isEqualTo(url());
    }

    @Test
    void signWithTheirNewestSecret() throws Exception {
        endpoint.enqueue(new MockResponse.Builder().build());
        String id = create(url()).path("id").asText();
        api.patch("/v1/webhooks/" + id, Body.of("webhooks").id(id).with("secret", "ssh2"));

        api.post("/v1/webhookPings", Body.of("webhookPings").one("webhook", "webhooks", id));
        RecordedRequest request = endpoint.takeRequest(10, TimeUnit.SECONDS);

        assertThat(request).isNotNull();
        assertThat(request.getHeaders().get("x-apple-signature"))
                .isEqualTo(WebhookSignature.of(request.getBody(), "ssh2"));
    }

    /** Only a test can create such a webhook; Apple requires a secret. */
    @Test
    void withoutASecretDoNotSign() throws Exception {
        endpoint.enqueue(new MockResponse.Builder().build());
        api.world()
                .store()
                .add("webhooks", "1", JsonNodeFactory.instance.objectNode().put("url", url()));

        api.post("/v1/webhookPings", Body.of("webhookPings").one("webhook", "webhooks", "1"));
        RecordedRequest request = endpoint.takeRequest(10, TimeUnit.SECONDS);

        assertThat(request).isNotNull();
        assertThat(request.getHeaders().get("x-apple-signature")).isNull();
    }

    @Test
    void areNotDeliveredToOtherMachines() {
        String id = create("https://hooks.example.com/apple").path("id").asText();

        api.post("/v1/webhookPings", Body.of("webhookPings").one("webhook", "webhooks", id));

        assertThat(delivery(id).at("/attributes/deliveryState").asText()).isEqualTo("FAILED");
        assertThat(delivery(id).at("/attributes/errorMessage").asText()).contains("this machine only");
    }

    @Test
    void recordFailuresAndAreDeliveredAgain() throws Exception {
        endpoint.enqueue(new MockResponse.Builder().code(500).build());
        endpoint.enqueue(new MockResponse.Builder().code(204).build());
        String id = create(url()).path("id").asText();
        api.post("/v1/webhookPings", Body.of("webhookPings").one("webhook", "webhooks", id));
        RecordedRequest first = endpoint.takeRequest(10, TimeUnit.SECONDS);
        JsonNode failed = delivery(id);
        assertThat(failed.at("/attributes/deliveryState").asText()).isEqualTo("FAILED");
        assertThat(failed.at("/attributes/errorMessage").asText()).contains("500");

        JsonNode again = api.post(
                "/v1/webhookDeliveries",
                Body.of("webhookDeliveries")
                        .one("template", "webhookDeliveries", failed.path("id").asText()));
        RecordedRequest second = endpoint.takeRequest(10, TimeUnit.SECONDS);

        assertThat(first).isNotNull();
        assertThat(second).isNotNull();
        assertThat(again.at("/attributes/redelivery").asBoolean()).isTrue();
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void areTenPerApp() {
        for (int i = 0; i < 10; i++) {
            create(url());
        }

        assertThat(Api.refusal(() -> create(url()))).startsWith("409").contains("at most 10 webhooks");
    }

    @Test
    void getTheEventsThatTheySubscribeTo() throws Exception {
        endpoint.enqueue(new MockResponse.Builder().build());
        create(url());
        JsonNode upload = api.post(
                "/v1/appStoreVersions",
                Body.of("appStoreVersions")
                        .with("platform", "IOS")
                        .with("versionString", "1.0")
                        .one("app", "apps", "1"));
        api.world()
                .locked(() -> new WebhookBehaviors()
                        .events()
                        .appVersionState(
                                api.world().store().get("apps", "1"),
                                api.world()
                                        .store()
                                        .get(
                                                "appStoreVersions",
                                                upload.path("id").asText()),
                                "PREPARE_FOR_SUBMISSION",
                                "WAITING_FOR_REVIEW",
                                api.world()));
        RecordedRequest request = endpoint.takeRequest(10, TimeUnit.SECONDS);

        assertThat(request).isNotNull();
        JsonNode data = new ObjectMapper().readTree(request.getBody().utf8()).path("data");
        assertThat(data.path("type").asText()).isEqualTo("appStoreVersionAppVersionStateUpdated");
        assertThat(data.path("attributes").toString())
                .isEqualTo("{\"newValue\":\"WAITING_FOR_REVIEW\",\"oldValue\":\"PREPARE_FOR_SUBMISSION\","
                        + "\"timestamp\":\"2026-11-24T18:30:00.000Z\"}");
        assertThat(data.at("/relationships/instance/data/type").asText()).isEqualTo("appStoreVersions");
        assertThat(data.at("/relationships/instance/links/self").asText())
                .isEqualTo("http://127.0.0.1:8080/v1/appStoreVersions/"
                        + upload.path("id").asText());
    }

    private String url() {
        return "http://127.0.0.1:" + endpoint.getPort() + "/hook";
    }

    private JsonNode create(String url) {
        return api.post(
                "/v1/webhooks",
                Body.of("webhooks")
                        .with("name", "CI")
                        .with("secret", "ssh")
                        .with("url", url)
                        .with("enabled", true)
                        .with("eventTypes", List.of("APP_STORE_VERSION_APP_VERSION_STATE_UPDATED"))
                        .one("app", "apps", "1"));
    }

    /** Returns the newest delivery, after the sandbox has sent all pending ones. */
    private JsonNode delivery(String webhook) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        api.world().afterwards(() -> sent.complete(null));
        sent.orTimeout(20, TimeUnit.SECONDS).join();
        JsonNode deliveries = api.get("/v1/webhooks/" + webhook
                        + "/deliveries?filter[createdDateGreaterThanOrEqualTo]=2026-11-24T00:00:00Z")
                .path("data");
        return deliveries.path(deliveries.size() - 1);
    }
}
