package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookHandlerTest {

    private static final String EVENT = "{\"data\":{\"type\":\"buildUploadStateUpdated\",\"id\":\"e1\"}}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void respondsBeforeTheEventIsHandled() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (WebhookServer server = WebhookServer.start(worker, event -> await(mayFinish), handler -> handler)) {
            HttpResponse<String> response = deliver(server, EVENT);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
            assertThat(server.events()).isEmpty();
            mayFinish.countDown();
            assertThat(server.next().id()).isEqualTo("e1");
        } finally {
            worker.shutdownNow();
        }
    }

    @Test
    void anEventIsHandledOnceHoweverOftenItIsDelivered() throws Exception {
        try (WebhookServer server = WebhookServer.start()) {
            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
            assertThat(deliver(server, EVENT.replace("e1", "e2")).statusCode()).isEqualTo(200);

            assertThat(server.events()).extracting(WebhookEvent::id).containsExactly("e1", "e2");
        }
    }

    @Test
    void eventsWithoutIdAreAllHandled() throws Exception {
        String ping = "{\"data\":{\"type\":\"webhookPingCreated\"}}";
        try (WebhookServer server = WebhookServer.start()) {
            deliver(server, ping);
            deliver(server, ping);

            assertThat(server.events()).hasSize(2);
        }
    }

    @Test
    void aRedeliveryIsHandledIfTheFirstTimeFailed() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (WebhookServer server = WebhookServer.start(
                Runnable::run,
                event -> {
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("The database is away.");
                    }
                },
                handler -> handler)) {
            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
            assertThat(server.failures().poll()).hasMessage("The database is away.");
            deliver(server, EVENT);

            assertThat(server.events()).hasSize(1);
        }
    }

    @Test
    void anEventThatTheExecutorRejectsIsRefusedAndCanBeDeliveredAgain() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        try (WebhookServer server = WebhookServer.start(
                task -> {
                    if (full.get()) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                },
                event -> {},
                handler -> handler)) {
            HttpResponse<String> refused = deliver(server, EVENT);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("Request a redelivery");
            assertThat(server.failures().poll()).isInstanceOf(RejectedExecutionException.class);
            full.set(false);

            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
            assertThat(server.events()).hasSize(1);
        }
    }

    @Test
    void aReplayGuardThatFailsKeepsTheEventOut() throws Exception {
        ReplayGuard away = new ReplayGuard() {
            @Override
            public boolean claim(String eventId) {
                throw new IllegalStateException("The guard's memory cannot be reached.");
            }

            @Override
            public void release(String eventId) {}
        };
        try (WebhookServer server =
                WebhookServer.start(Runnable::run, event -> {}, handler -> handler.withReplayGuard(away))) {
            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(503);
            assertThat(server.events()).isEmpty();
            assertThat(server.failures()).hasSize(1);
        }
    }

    @Test
    void whatIsNotGenuineGetsItsStatusAndReachesNobody() throws Exception {
        String right = sign(EVENT);
        try (WebhookServer server = WebhookServer.start()) {
            assertThat(post(server, EVENT).statusCode()).isEqualTo(401);
            assertThat(post(server, EVENT, "").statusCode()).isEqualTo(401);
            assertThat(post(server, EVENT, right, right).statusCode()).isEqualTo(401);
            assertThat(post(server, EVENT + " ", right).statusCode()).isEqualTo(401);
            assertThat(post(server, EVENT, right.replace("hmac", "")).statusCode())
                    .isEqualTo(401);
            assertThat(deliver(server, "[]").statusCode()).isEqualTo(400);
            assertThat(deliver(server, "").statusCode()).isEqualTo(400);

            assertThat(server.events()).isEmpty();
            assertThat(server.failures()).hasSize(7).hasOnlyElementsOfType(InvalidWebhookException.class);
            assertThat(post(server, EVENT, right).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        try (WebhookServer server = WebhookServer.start()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(server.url())).GET().build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("POST");
        }
    }

    /** The client never sends what it announces, so only its announcement can be the reason. */
    @Test
    void aBodyThatIsAnnouncedAsTooLargeIsRejectedUnread() throws IOException {
        try (WebhookServer server = WebhookServer.start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            write(
                    socket,
                    "POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nx-apple-signature: " + sign(EVENT)
                            + "\r\n\r\n");

            assertThat(statusLine(socket)).contains("413");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheLimit() throws Exception {
        byte[] body = new byte[1024 * 1024 + 1];
        try (WebhookServer server = WebhookServer.start()) {
            HttpResponse<String> response = http.send(
                    request(server)
                            .header("x-apple-signature", sign(EVENT))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
        }
    }

    /** A connection that says nothing, or stops in the middle, keeps nobody else waiting. */
    @Test
    void slowRequestsDoNotKeepOthersWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (WebhookServer server = WebhookServer.start()) {
            for (String start : new String[] {"", "POST /ho", "POST /hook HTTP/1.1\r\nContent-Length: 10\r\n\r\n{"}) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                write(socket, start);
            }

            assertThat(deliver(server, EVENT).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private HttpResponse<String> deliver(WebhookServer server, String body) throws Exception {
        return post(server, body, sign(body));
    }

    private HttpResponse<String> post(WebhookServer server, String body, @Nullable String... signatures)
            throws Exception {
        HttpRequest.Builder request = request(server).POST(HttpRequest.BodyPublishers.ofString(body));
        for (String signature : signatures) {
            request.header("X-Apple-Signature", signature);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(WebhookServer server) {
        return HttpRequest.newBuilder(URI.create(server.url())).version(HttpClient.Version.HTTP_1_1);
    }

    private static String sign(String body) {
        return WebhookSigner.of(WebhookServer.SECRET).sign(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c != '\r' && c != -1; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
