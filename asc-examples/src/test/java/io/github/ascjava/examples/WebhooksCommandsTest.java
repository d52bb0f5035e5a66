package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.webhooks.WebhookSigner;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksCommandsTest extends SandboxedTest {

    private static final String SECRET = "correct horse battery";

    private final MockWebServer endpoint = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        endpoint.start();
    }

    @AfterEach
    void stopEndpoint() throws IOException {
        endpoint.close();
    }

    @Test
    void addsAWebhookWhoseDeliveriesCanBeVerified() throws Exception {
        endpoint.enqueue(new MockResponse());
        Program added = add("file:" + file("secret.txt", SECRET + "\n"));
        assertThat(added.exitCode()).isZero();

        assertThat(run("webhooks", "ping", webhook().id()).exitCode()).isZero();
        RecordedRequest request = next();

        assertThat(WebhookVerifier.of(SECRET)
                        .verify(request.getBody().readByteArray(), request.getHeader("x-apple-signature"))
                        .type())
                .isEqualTo("webhookPingCreated");
        assertThat(added.out() + added.err()).doesNotContain(SECRET);
    }

    @Test
    void makesASecretThatOnlyTheUserCanRead() throws Exception {
        Path secret = folder.resolve("new.txt");
        Program added = run(
                "webhooks",
                "add",
                "--app",
                bundleId(),
                "--url",
                url(),
                "--name",
                "CI",
                "--generate",
                secret.toString());

        assertThat(added.exitCode()).isZero();
        String text = Files.readString(secret).strip();
        assertThat(text).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(added.out() + added.err()).contains("The secret is in ").doesNotContain(text);
        assertThat(run(
                                "webhooks",
                                "add",
                                "--app",
                                bundleId(),
                                "--url",
                                url(),
                                "--name",
                                "CI",
                                "--generate",
                                secret.toString())
                        .err())
                .contains("exists already");
        assertThat(Files.readString(secret).strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "rotate"})
    void aSecretInTheArgumentsIsNotTakenAndNotRepeated(String verb) {
        Program run = verb.equals("add") ? add(SECRET) : run("webhooks", "rotate", "1", "--secret", SECRET);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--secret is env:NAME, file:PATH or fd:NUMBER, not the secret itself.")
                .doesNotContain(SECRET);
        assertThat(writes()).isZero();
    }

    @Test
    void aSecretThatIsNotThereIsOneSentence() {
        assertThat(add("env:NOT_SET").err().strip()).isEqualTo("There is no secret in the variable NOT_SET.");
        assertThat(add("file:" + file("empty.txt", "\n")).err().strip()).startsWith("There is no secret in the file ");
        assertThat(add("file:" + folder.resolve("none.txt")).err()).contains("does not exist.");
        assertThat(add("file:" + file("two.txt", "a\nb\n")).err()).contains("is not a secret of one line");
        assertThat(writes()).isZero();
    }

    @Test
    void aDryRunShowsNoSecretAndWritesNoFile() {
        Path secret = folder.resolve("new.txt");
        Program run = run(
                "webhooks",
                "add",
                "--dry-run",
                "--app",
                bundleId(),
                "--url",
                url(),
                "--name",
                "CI",
                "--generate",
                secret.toString());

        assertThat(run.out()).contains("POST /v1/webhooks", "\"secret\" : \"(not shown)\"");
        assertThat(secret).doesNotExist();
        assertThat(writes()).isZero();
    }

    @Test
    void listsWebhooksWithoutThePartOfTheUrlThatMayBeAToken() {
        add("file:" + file("secret.txt", SECRET));

        assertThat(run("webhooks", "list", "--app", bundleId()).out())
                .contains("http://localhost ")
                .doesNotContain("/hook");
        assertThat(run("webhooks", "list", "--urls", "--json").out()).contains(url());
    }

    @Test
    void anUnknownEventIsNamedWithThoseThatExist() {
        Program run = run(
                "webhooks",
                "add",
                "--app",
                bundleId(),
                "--url",
                url(),
                "--name",
                "CI",
                "--event",
                "BUILD_DONE",
                "--secret",
                "env:X");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--event cannot be BUILD_DONE", "BUILD_UPLOAD_STATE_UPDATED");
    }

    @Test
    void listsDeliveriesAndRequestsThemAgain() throws Exception {
        endpoint.enqueue(new MockResponse().setResponseCode(500));
        endpoint.enqueue(new MockResponse());
        add("file:" + file("secret.txt", SECRET));
        String id = webhook().id();
        run("webhooks", "ping", id);
        String first = next().getBody().readUtf8();

        String line = deliveryLine(id, "--failed");
        assertThat(line).contains(" FAILED ", " 500 ", " ping ");
        Program again = run("webhooks", "redeliver", line.split(" ", -1)[0], "not-there");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out()).contains("Requested ", "not-there cannot be sent again: ");
        assertThat(next().getBody().readUtf8()).isEqualTo(first);
        assertThat(run("webhooks", "deliveries", id, "--days", "11").exitCode()).isEqualTo(2);
    }

    @Test
    void rotatesASecretAfterAsking() throws Exception {
        endpoint.enqueue(new MockResponse());
        add("file:" + file("secret.txt", SECRET));
        String id = webhook().id();
        Path fresh = folder.resolve("fresh.txt");

        Program refused = answering("n", "webhooks", "rotate", id, "--generate", fresh.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("accept the secret of file:" + fresh + " besides the old one?", "Nothing was changed.");
        Program rotated = answering("y", "webhooks", "rotate", id, "--secret", "file:" + fresh);
        assertThat(rotated.exitCode()).isZero();
        run("webhooks", "ping", id);

        RecordedRequest request = next();
        String secret = Files.readString(fresh).strip();
        assertThat(request.getHeader("x-apple-signature"))
                .isEqualTo(WebhookSigner.of(secret).sign(request.getBody().readByteArray()));
        assertThat(refused.out() + refused.err() + rotated.out() + rotated.err())
                .doesNotContain(secret);
    }

    @Test
    void readsASecretFromTheEnvironment() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("HOOK_SECRET", SECRET);

        assertThat(Program.run(
                                environment,
                                "webhooks",
                                "add",
                                "--app",
                                bundleId(),
                                "--url",
                                url(),
                                "--name",
                                "CI",
                                "--secret",
                                "env:HOOK_SECRET")
                        .exitCode())
                .isZero();
    }

    private Program add(String secret) {
        return run("webhooks", "add", "--app", bundleId(), "--url", url(), "--name", "CI", "--secret", secret);
    }

    private String bundleId() {
        return String.valueOf(
                sandbox.client().apps().get("1074682240").execute().bundleId());
    }

    private Webhook webhook() {
        List<Webhook> webhooks =
                sandbox.client().apps().listWebhooks("1074682240").toList();
        return webhooks.get(webhooks.size() - 1);
    }

    /** The first delivery that is no longer pending. */
    private String deliveryLine(String id, String option) {
        for (int i = 0; i < 1000; i++) {
            List<String> lines =
                    run("webhooks", "deliveries", id, option).out().lines().toList();
            if (lines.size() > 1) {
                return lines.get(1);
            }
        }
        throw new AssertionError("The delivery was never recorded.");
    }

    private String url() {
        return endpoint.url("/hook").toString();
    }

    private RecordedRequest next() throws InterruptedException {
        RecordedRequest request = endpoint.takeRequest(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("Nothing was delivered.");
        }
        return request;
    }
}
