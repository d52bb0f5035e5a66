package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.SandboxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A whole application, found by Spring Boot's auto-configuration. */
class ActuatorTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void endpointsShowHealthAndMetersAndNoSecret() throws Exception {
        String[] key = Contexts.key("--ascjava.key", SANDBOX);
        String[] named = Contexts.key("--ascjava.keys.emea", SANDBOX);
        String secretPart = Contexts.text(SANDBOX).substring(60, 90);
        try (ConfigurableApplicationContext context = SpringApplication.run(
                Application.class,
                key[0],
                key[1],
                key[2],
                named[0],
                named[1],
                named[2],
                "--" + Contexts.url(SANDBOX),
                "--ascjava.webhooks.secret=s3cret",
                "--ascjava.webhooks.previous-secret=s3cret-2",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.env.show-values=always",
                "--management.endpoint.configprops.show-values=always",
                "--management.endpoint.health.show-details=always")) {
            String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/actuator";
            context.getBean("appStoreConnect", io.github.ascjava.client.AppStoreConnect.class)
                    .apps()
                    .list()
                    .execute();

            assertThat(get(base + "/health/appStoreConnect"))
                    .contains("\"default\":{", "\"emea\":{", "\"status\":\"UP\"", "\"operation\":\"GET /v1/apps\"");
            assertThat(get(base + "/metrics/ascjava.call?tag=operation:AppsApi.list"))
                    .contains("\"COUNT\",\"value\":1.0");
            assertThat(get(base + "/env")).contains("ascjava.key.private-key").doesNotContain(secretPart, "s3cret");
            assertThat(get(base + "/configprops"))
                    .contains("2X9R4HXF34", "ascjava-")
                    .doesNotContain(secretPart, "s3cret");
        }
    }

    private static String get(String url) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(url).isEqualTo(200);
        return response.body();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
