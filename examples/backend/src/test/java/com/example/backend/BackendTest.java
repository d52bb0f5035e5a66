package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookDelivery;
import io.github.ascjava.client.model.webhooks.WebhookDeliveryState;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.spring.test.AutoConfigureAscSandbox;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.webhooks.WebhookEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The service over HTTP, on a sandbox; on Postgres if {@code SPRING_DATASOURCE_URL} names one. */
@TestPropertySource(
        properties = {
            "server.address=127.0.0.1",
            "backend.vendor-number=85012345",
            "backend.sales-cron=-",
            "ascjava.webhooks.secret=a secret of the test"
        })
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureAscSandbox
class BackendTest {

    @Autowired
    Sandbox sandbox;

    @Autowired
    AppStoreConnect asc;

    @Autowired
    SalesJob salesJob;

    @Autowired
    Events events;

    @Autowired
    Heard heard;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void clean() {
        List.of("sales", "sales_days", "events").forEach(table -> database.update("DELETE FROM " + table));
    }

    @Test
    void appsAndBuildsHaveAFormOfTheirOwn() throws Exception {
        App app = asc.apps()
                .list(q -> q.filterBundleId("com.example.cortado"))
                .toList()
                .get(0);

        assertThat(get("/apps").body())
                .contains("{\"id\":\"" + app.id()
                        + "\",\"name\":\"Your Next Cortado\",\"bundleId\":\"com.example.cortado\"}");
        assertThat(get("/apps/" + app.id() + "/builds").body())
                .contains("\"state\":\"VALID\"")
                .contains("\"number\":");
    }

    @Test
    void failuresOfAppleAreProblems() throws Exception {
        assertThat(get("/apps/1/builds").statusCode()).isEqualTo(404);
        sandbox.failNext(5, 503);
        HttpResponse<String> response = get("/apps");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("App Store Connect failed.");
    }

    @Test
    void aWebhookIsReceivedOnce() {
        Webhook webhook = asc.webhooks()
                .create(b -> b.app(asc.apps().list().execute().data().get(0))
                        .name("backend")
                        .url(uri("/app-store-connect/webhooks"))
                        .secret("a secret of the test")
                        .enabled(true)
                        .eventTypes(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED))
                .execute();
        asc.webhookPings().create(b -> b.webhook(webhook)).execute();
        sandbox.advanceTime(Duration.ofMinutes(1));
        awaitDelivered(webhook, 1);
        assertThat(events.types()).containsExactly("webhookPingCreated");

        WebhookDelivery delivery = deliveries(webhook).get(0);
        asc.webhookDeliveries().create(b -> b.template(delivery)).execute();
        sandbox.advanceTime(Duration.ofMinutes(1));
        awaitDelivered(webhook, 2);
        assertThat(events.types()).hasSize(1);
        assertThat(heard.events).hasSize(1);
    }

    @Test
    void aRequestWithoutASignatureIsRejected() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/app-store-connect/webhooks"))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(events.types()).isEmpty();
    }

    @Test
    void salesAreLoadedOnce() throws Exception {
        salesJob.run();
        int rows = count("sales");
        int days = count("sales_days");
        assertThat(rows).isGreaterThan(10);
        assertThat(days).isBetween(5, 7);
        assertThat(get("/sales/proceeds").body()).contains("\"USD\":");

        int requests = sandbox.requests().size();
        salesJob.run();
        assertThat(count("sales")).isEqualTo(rows);
        assertThat(sandbox.requests().size() - requests).isEqualTo(7 - days);
    }

    @Test
    void aReportThatIsCutOffIsNotLoaded() {
        sandbox.on("GET", "/v1/salesReports").truncateNextResponse();
        assertThatException().isThrownBy(salesJob::run);

        assertThat(count("sales")).isZero();
        assertThat(count("sales_days")).isZero();
    }

    /** Another instance has written a row of the first day, and commits before this one. */
    @Test
    void aDayIsThereWholeOrNotAtAll() {
        LocalDate first = LocalDate.now(ZoneId.of("America/Los_Angeles")).minusDays(7);
        database.update("INSERT INTO sales (vendor, report_day, line) VALUES ('85012345', ?, 5)", Date.valueOf(first));
        assertThatException().isThrownBy(salesJob::run);

        assertThat(count("sales")).isEqualTo(1);
        assertThat(count("sales_days")).isZero();
    }

    @Test
    void healthSaysHowTheLastCallEnded() throws Exception {
        asc.apps().list().execute();

        assertThat(get("/actuator/health").body())
                .contains("\"appStoreConnect\":{")
                .contains("\"rateLimit\":");
    }

    private int count(String table) {
        return database.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }

    /** The sandbox delivers in the background. */
    private void awaitDelivered(Webhook webhook, long number) {
        long start = System.nanoTime();
        while (deliveries(webhook).stream()
                        .filter(each -> WebhookDeliveryState.SUCCEEDED.equals(each.deliveryState()))
                        .count()
                < number) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            Thread.onSpinWait();
        }
    }

    private List<WebhookDelivery> deliveries(Webhook webhook) {
        String since = sandbox.clock().instant().minus(Duration.ofDays(1)).toString();
        return asc.webhooks()
                .listDeliveries(webhook.id(), q -> q.filterCreatedDateGreaterThanOrEqualTo(since))
                .toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Another listener of the same events. */
    @TestConfiguration
    static class Heard {

        final List<WebhookEvent> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(WebhookEvent event) {
            events.add(event);
        }
    }
}
