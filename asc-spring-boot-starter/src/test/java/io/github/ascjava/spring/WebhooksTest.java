package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.testing.SandboxExtension;
import io.github.ascjava.webhooks.ReplayGuard;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookSigner;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.ServerPortInfoApplicationContextInitializer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;

/** The endpoint for webhooks, over HTTP in a servlet container. */
@ExtendWith(OutputCaptureExtension.class)
class WebhooksTest {

    private static final String SECRET = "s3cret";
    private static final String PATH = "/app-store-connect/webhooks";

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aGenuineEventIsPublishedOnce() {
        server().run(context -> {
            String body = event();
            assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);
            assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);

            assertThat(context.getBean(Listener.class).events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.type()).isEqualTo("webhookPingCreated"));
        });
    }

    @Test
    void otherRequestsAreRejectedAndNotPublished() {
        server().withPropertyValues("ascjava.webhooks.max-body-size=1KB").run(context -> {
            String body = event();
            assertThat(post(context, body)).satisfies(response -> {
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(response.body()).startsWith("The request has no header x-apple-signature");
            });
            assertThat(post(context, body, sign(body + " ")).statusCode()).isEqualTo(401);
            assertThat(post(context, body, sign(body), sign(body)).statusCode()).isEqualTo(401);
            assertThat(post(context, "{}", sign("{}")).statusCode()).isEqualTo(400);
            String large = "x".repeat(1025);
            assertThat(post(context, large, sign(large)).statusCode()).isEqualTo(413);
            HttpResponse<String> get =
                    http.send(HttpRequest.newBuilder(uri(context)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("Allow")).hasValue("POST");

            assertThat(context.getBean(Listener.class).events).isEmpty();
        });
    }

    /** A binder or an advice for all controllers may read parameters, or act on what they say. */
    @Test
    void nothingOfAnUnverifiedRequestIsBound() {
        server().withBean(Advice.class).run(context -> {
            assertThat(post(context, "type=ping").statusCode()).isEqualTo(401);
            String body = event();
            assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);

            assertThat(context.getBean(Advice.class).requests).isEmpty();
        });
    }

    @Test
    void anEventThatWasNotHandledIsHandledWhenItIsDeliveredAgain() {
        server().run(context -> {
            String body = event();
            Listener listener = context.getBean(Listener.class);
            listener.failing = true;
            assertThat(post(context, body, sign(body))).satisfies(response -> {
                assertThat(response.statusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.value());
                assertThat(response.body()).isEqualTo("The event could not be handled. Request a redelivery later.");
            });
            listener.failing = false;
            assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);

            assertThat(listener.events).hasSize(1);
        });
    }

    @Test
    void theFormerSecretIsAcceptedToo() {
        server().withPropertyValues("ascjava.webhooks.secret=new", "ascjava.webhooks.previous-secret=" + SECRET)
                .run(context -> {
                    String body = event();
                    assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);
                });
    }

    @Test
    void theSandboxDelivers() {
        server().withPropertyValues("ascjava.webhooks.path=/hooks/apple").run(context -> {
            AppStoreConnect asc = context.getBean(AppStoreConnect.class);
            String app = asc.apps().list().execute().data().get(0).id();
            Webhook webhook = asc.webhooks()
                    .create(b -> b.app(app)
                            .name("test")
                            .url(uri(context).resolve("/hooks/apple"))
                            .secret(SECRET)
                            .enabled(true)
                            .eventTypes(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED))
                    .execute();
            asc.webhookPings().create(b -> b.webhook(webhook)).execute();
            SANDBOX.advanceTime(Duration.ofMinutes(1));

            assertThat(context.getBean(Listener.class).next().type()).isEqualTo("webhookPingCreated");
        });
    }

    @Test
    void withoutASecretThereIsNoEndpoint(CapturedOutput output) {
        server().withPropertyValues("ascjava.webhooks.secret= ", "ascjava.webhooks.path=/hooks")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(WebhookVerifier.class).doesNotHaveBean(ReplayGuard.class);
                    assertThat(post(context, event(), sign(event())).statusCode())
                            .isEqualTo(404);
                });
    }

    @Test
    void aVerifierOfTheApplicationReplacesTheSecret() {
        server().withPropertyValues("ascjava.webhooks.secret=")
                .withBean(WebhookVerifier.class, () -> WebhookVerifier.of(SECRET))
                .run(context -> {
                    String body = event();
                    assertThat(post(context, body, sign(body)).statusCode()).isEqualTo(200);
                });
    }

    @Test
    void otherApplicationsGetAVerifierOnly() {
        Contexts.plain()
                .withPropertyValues("ascjava.client.enabled=false", "ascjava.webhooks.secret=" + SECRET)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(WebhookVerifier.class)
                        .doesNotHaveBean("webhookHandlerMapping"));
    }

    private static WebApplicationContextRunner server() {
        return new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withInitializer(new ServerPortInfoApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        AscAutoConfiguration.class,
                        AscWebhookAutoConfiguration.class,
                        AscWebhookEndpointAutoConfiguration.class,
                        TomcatServletWebServerAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class))
                .withPropertyValues(Contexts.url(SANDBOX))
                .withPropertyValues(Contexts.key("ascjava.key", SANDBOX))
                .withPropertyValues("server.port=0", "server.address=127.0.0.1", "ascjava.webhooks.secret=" + SECRET)
                .withBean(Listener.class);
    }

    private static String event() {
        return "{\"data\": {\"type\": \"webhookPingCreated\", \"id\": \"" + UUID.randomUUID()
                + "\", \"version\": 1, \"attributes\": {}}}";
    }

    private static String sign(String body) {
        return WebhookSigner.of(SECRET).sign(body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(ApplicationContext context, String body, String... signatures) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(context))
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Stream.of(signatures).forEach(each -> request.header("X-Apple-SIGNATURE", each));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(ApplicationContext context) {
        Environment environment = context.getEnvironment();
        return URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + PATH);
    }

    static class Listener {

        final List<WebhookEvent> events = new CopyOnWriteArrayList<>();
        private final BlockingQueue<WebhookEvent> queue = new LinkedBlockingQueue<>();
        volatile boolean failing;

        @EventListener
        void on(WebhookEvent event) {
            if (failing) {
                throw new IllegalStateException("The database is away.");
            }
            events.add(event);
            queue.add(event);
        }

        /** Waits for an event that is delivered in the background. */
        WebhookEvent next() throws InterruptedException {
            return Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS), "no event within ten seconds");
        }
    }

    @ControllerAdvice
    static class Advice {

        final List<WebRequest> requests = new CopyOnWriteArrayList<>();

        @ModelAttribute
        void note(WebRequest request) {
            requests.add(request);
        }
    }
}
