package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.client.model.webhooks.WebhookDeliveryInclude;
import io.github.ascjava.webhooks.WebhookSigner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listens in a process of its own, as users do, because limits of the JDK's server are set once per process. */
class WebhooksListenTest extends SandboxedTest {

    private static final String SECRET = "correct horse battery";

    private final List<Socket> sockets = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // Set by start.
    private Process process;

    @SuppressWarnings("NullAway.Init") // Set by start.
    private BufferedReader err;

    private int port;

    @AfterEach
    void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** One process for all that does not disturb each other, because a JVM takes a second to start. */
    @Test
    void printsEventsOfTheSandboxAndWithstandsEverythingElse() throws Exception {
        start("--request-time", "2");

        String ping = deliverAPing();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(ping);

        assertThat(post(ping, "hmacsha256=" + "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(post("x".repeat(1024 * 1024 + 1), "hmacsha256=" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(413);
        Socket slow = connect("POST / HT");
        int accepted = 0;
        for (int i = 0; i < 80; i++) {
            accepted += isOpen(connect("")) ? 1 : 0;
        }
        assertThat(accepted).isLessThanOrEqualTo(64);
        // The slow request is cut off, and its place is free again.
        assertThat(slow.getInputStream().read()).isEqualTo(-1);
        for (Socket socket : sockets) {
            socket.close();
        }
        assertThat(post("{\"data\":{\n\t\"type\":\"other\"}}").statusCode()).isEqualTo(200);
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
                .isEqualTo("{\"data\":{  \"type\":\"other\"}}");
    }

    @Test
    void respondsWhileACommandHangsAndSaysWhenTheQueueIsFull() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: there is no /bin/sh.");
        Path started = folder.resolve("started");
        start("--queue", "1", "--", "/bin/sh", "-c", "echo > \"$0\"; sleep 600", started.toString());

        assertThat(post(event("e1")).statusCode()).isEqualTo(200);
        process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(post(event("e2")).statusCode()).isEqualTo(200);
        assertThat(post(event("e3")).statusCode()).isEqualTo(503);
        assertThat(err.readLine()).contains("An event was refused with the status 503, because 1 are waiting.");
        // Unlike Process.destroy, this leaves the streams open.
        process.toHandle().destroy();
        assertThat(err.lines().toList())
                .anySatisfy(line -> assertThat(line).contains("events were accepted and not handled"))
                .noneSatisfy(line -> assertThat(line).contains(SECRET));
    }

    @Test
    void needsASecretThatIsNotAnArgument() {
        assertThat(run("webhooks", "listen").err()).contains("--secret");
        Program argument = run("webhooks", "listen", "--secret", SECRET);
        assertThat(argument.exitCode()).isEqualTo(2);
        assertThat(argument.err()).contains("not the secret itself").doesNotContain(SECRET);
        assertThat(run("webhooks", "listen", "--secret", "env:NOT_SET").err().strip())
                .isEqualTo("There is no secret in the variable NOT_SET.");
        assertThat(run("webhooks", "listen", "--secret", "env:X", "--port", "70000")
                        .exitCode())
                .isEqualTo(2);
    }

    private void start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "webhooks",
                "listen",
                "--secret",
                "env:HOOK_SECRET"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOOK_SECRET", SECRET);
        process = builder.start();
        err = process.errorReader(StandardCharsets.UTF_8);
        String line = String.valueOf(err.readLine());
        assertThat(line).startsWith("Listening on http://127.0.0.1:");
        port = URI.create(line.substring("Listening on ".length())).getPort();
    }

    /** Returns the payload that the sandbox keeps of the event. */
    private String deliverAPing() {
        String id = sandbox.client()
                .webhooks()
                .create(b -> b.app("1074682240")
                        .name("test")
                        .url(URI.create("http://127.0.0.1:" + port + "/"))
                        .secret(SECRET)
                        .enabled(true)
                        .eventTypes(List.of()))
                .execute()
                .id();
        sandbox.client().webhookPings().create(b -> b.webhook(id)).execute();
        return String.valueOf(sandbox.client()
                .webhooks()
                .listDeliveries(
                        id,
                        q -> q.filterCreatedDateGreaterThanOrEqualTo("2026-11-20T00:00:00Z")
                                .include(WebhookDeliveryInclude.EVENT))
                .toList()
                .get(0)
                .event()
                .included()
                .orElseThrow()
                .payload());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(body, WebhookSigner.of(SECRET).sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> post(String body, String signature) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("x-apple-signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String event(String id) {
        return "{\"data\":{\"type\":\"buildUploadStateUpdated\",\"id\":\"" + id + "\"}}";
    }

    private Socket connect(String start) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The server closes connections above its limit at once, and says nothing on the others. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(20);
            return socket.getInputStream().read() != -1;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
