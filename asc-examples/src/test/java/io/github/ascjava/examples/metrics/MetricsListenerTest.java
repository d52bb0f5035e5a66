package io.github.ascjava.examples.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ConnectionException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsListenerTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MockWebServer server = new MockWebServer();
    private AppStoreConnect asc;

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getLoopbackAddress(), 0);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        ApiKey key = ApiKey.individual("2X9R4HXF34", generator.generateKeyPair().getPrivate());
        asc = AppStoreConnect.builder(key)
                .baseUrl(server.url("/").toString())
                .options(o -> o.sleeper(duration -> CompletableFuture.completedFuture(null))
                        .listener(new MetricsListener(registry)))
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        asc.close();
        server.shutdown();
    }

    @Test
    void everyAttemptIsTimedUnderItsOperation() {
        server.enqueue(answer(429, "{}").setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:2;"));
        server.enqueue(answer(200, "{\"data\": [], \"links\": {}}"));

        asc.apps().list().execute();

        assertThat(attempts("AppsApi.list", "429", true)).isEqualTo(1);
        assertThat(attempts("AppsApi.list", "200", false)).isEqualTo(1);
        assertThat(registry.get("asc.requests.left").gauge().value()).isEqualTo(2);
    }

    @Test
    void anAttemptWithoutAnAnswerIsTimedAsWell() {
        server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

        assertThatThrownBy(() ->
                        asc.apps().list().withRetryPolicy(RetryPolicy.NONE).execute())
                .isInstanceOf(ConnectionException.class);

        assertThat(attempts("AppsApi.list", "none", false)).isEqualTo(1);
        assertThat(registry.get("asc.requests.left").gauge().value()).isNaN();
    }

    private long attempts(String operation, String status, boolean retried) {
        return registry.get("asc.requests")
                .tags("operation", operation, "status", status, "retried", String.valueOf(retried))
                .timer()
                .count();
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(body);
    }
}
