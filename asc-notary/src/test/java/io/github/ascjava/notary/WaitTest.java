package io.github.ascjava.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitTest {

    private static final String STATUS = "/notary/v2/submissions/{id}";
    private static final String LOG = "/notary/v2/submissions/{id}/logs";

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start();
    private final AppStoreConnect client = sandbox.clientBuilder()
            .options(o -> o.retryPolicy(RetryPolicy.NONE))
            .build();
    private final Notary notary = Notary.of(client);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private String submit(String name) throws IOException {
        return notary.submit(SubmissionRequest.of(Archives.zip(folder.resolve("a.zip"), 100))
                        .withName(name))
                .submissionId();
    }

    @Test
    void waitsLessAndLessOftenUntilTheResultIsThere() throws IOException {
        String id = submit("a.zip");
        List<SubmissionStatus> seen = new ArrayList<>();
        Submission result = notary.await(id, Duration.ofHours(1), each -> seen.add(each.status()));

        assertThat(result.status()).isEqualTo(SubmissionStatus.ACCEPTED);
        assertThat(result.name()).isEqualTo("a.zip");
        assertThat(result.created()).isNotNull();
        // After 0, 15, 45, 105, 165 and 225 seconds.
        assertThat(seen).hasSize(5).containsOnly(SubmissionStatus.IN_PROGRESS);
    }

    @Test
    void theTimeMayBeOverBefore() throws IOException {
        String id = submit("a.zip");
        Submission result = notary.await(id, Duration.ofSeconds(50));
        assertThat(result.status()).isEqualTo(SubmissionStatus.IN_PROGRESS);
        assertThat(notary.await(id, Duration.ofHours(1)).isAccepted()).isTrue();
    }

    /** A token lives 19 minutes. */
    @Test
    void aLongWaitUsesFreshTokens() throws IOException {
        String id = submit("a.zip");
        sandbox.on("GET", STATUS).answerNext(inProgress(id, 60));
        assertThat(notary.await(id, Duration.ofHours(2)).isAccepted()).isTrue();
        assertThat(tokens()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(sandbox.requests()).noneMatch(request -> request.status() == 401);
    }

    private List<String> tokens() {
        return sandbox.requests().stream()
                .map(request -> request.headers().get("Authorization"))
                .filter(Objects::nonNull)
                .filter(header -> header.startsWith("Bearer"))
                .distinct()
                .toList();
    }

    private static Answer[] inProgress(String id, int times) {
        Answer[] answers = new Answer[times];
        java.util.Arrays.fill(
                answers,
                Answer.of(
                        200,
                        "application/octet-stream",
                        "{\"data\":{\"id\":\"" + id + "\",\"type\":\"submissionsPostResponse\",\"attributes\":"
                                + "{\"status\":\"In Progress\",\"createdDate\":\"2026-11-30T10:00:00.000Z\"}}}"));
        return answers;
    }

    @Test
    void theRateLimitMakesItWait() throws IOException {
        String id = submit("a.zip");
        Answer limited = Answer.of(429, "text/plain", """
                {"errors": [{"status": "429", "code": "RATE_LIMIT", "title": "Too many requests",
                 "detail": "Exceeded hourly limit of requests. Try again later."}]}
                """);
        sandbox.on("GET", STATUS).answerNext(limited, limited);
        assertThat(notary.await(id, Duration.ofHours(1)).isAccepted()).isTrue();

        sandbox.on("GET", STATUS).answerNext(limited);
        assertThatThrownBy(() -> notary.status(id))
                .isInstanceOfSatisfying(
                        RateLimitException.class,
                        e -> assertThat(e.hasCode("RATE_LIMIT")).isTrue())
                .hasMessageContaining("Exceeded hourly limit");
    }

    @Test
    void anOutageMakesItWaitAndIsSaidIfItLasts() throws IOException {
        String id = submit("a.zip");
        sandbox.on("GET", STATUS).failNext(2, 503);
        assertThat(notary.await(id, Duration.ofHours(1)).isAccepted()).isTrue();
        sandbox.on("GET", STATUS).failNext(5, 503);
        assertThatThrownBy(() -> notary.await(id, Duration.ofMinutes(3)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("503");
    }

    @Test
    void invalidFilesHaveALogWithIssues() throws IOException {
        String id = submit("a [sandbox: invalid].zip");
        assertThat(notary.log(id)).isEmpty();
        Submission result = notary.await(id, Duration.ofHours(1));
        NotaryLog log = notary.log(id).orElseThrow();

        assertThat(result.status()).isEqualTo(SubmissionStatus.INVALID);
        assertThat(log.status()).isEqualTo(SubmissionStatus.INVALID);
        assertThat(log.statusCode()).isEqualTo(4000);
        assertThat(log.ticketContents()).isNull();
        assertThat(log.issues(IssueSeverity.ERROR)).hasSize(2).first().satisfies(issue -> {
            assertThat(issue.message()).contains("Developer ID");
            assertThat(issue.architecture()).isEqualTo("x86_64");
            assertThat(issue.docUrl()).startsWith("https://developer.apple.com/");
            assertThat(issue.code()).isNull();
        });
        assertThat(log.issues(IssueSeverity.WARNING)).hasSize(1);
    }

    @Test
    void acceptedFilesHaveALogWithTickets() throws IOException {
        String id = submit("a.zip");
        notary.await(id, Duration.ofHours(1));
        NotaryLog log = notary.log(id).orElseThrow();

        assertThat(log.issues(IssueSeverity.ERROR)).isEmpty();
        assertThat(log.ticketContents()).extracting(TicketContent::arch).containsExactly("x86_64", "arm64");
        assertThat(log.ticketContents())
                .extracting(TicketContent::cdhash)
                .allSatisfy(hash -> assertThat(hash).hasSize(40));
        assertThat(log.uploadDate()).isNotNull();
        RecordedRequest download = sandbox.requests().get(sandbox.requests().size() - 1);
        assertThat(download.path()).startsWith("/notary-logs/");
        assertThat(download.headers().get("Authorization")).isNull();
    }

    @Test
    void aTeamThatMayNotNotarizeIsToldApart() throws IOException {
        String id = submit("a [sandbox: rejected].zip");
        assertThat(notary.await(id, Duration.ofHours(1)).status()).isEqualTo(SubmissionStatus.REJECTED);
        assertThat(notary.log(id).orElseThrow().isTeamNotConfigured()).isTrue();
        assertThat(sandbox.requests().stream()
                        .filter(request -> request.method().equals("POST")))
                .hasSize(1);
    }

    @Test
    void aLogIsSavedAsReceived() throws IOException {
        String id = submit("a.zip");
        Path file = folder.resolve("log.json");
        assertThat(notary.saveLog(id, file)).isFalse();
        assertThat(file).doesNotExist();
        notary.await(id, Duration.ofHours(1));
        assertThat(notary.saveLog(id, file)).isTrue();
        assertThat(file).content().contains("\"jobId\" : \"" + id);
    }

    @Test
    void anExpiredUrlOfALogIsReplaced() throws IOException {
        String id = submit("a.zip");
        notary.await(id, Duration.ofHours(1));
        sandbox.on("GET", "/notary-logs/{id}")
                .answerNext(Answer.of(
                        403, "application/xml", "<Error><Code>AccessDenied</Code><Message>Request has expired"));
        assertThat(notary.log(id)).isPresent();
        sandbox.on("GET", "/notary-logs/{id}").failNext(2, 403);
        assertThatThrownBy(() -> notary.log(id))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("Signature");
    }

    @Test
    void aLogThatIsNoLogIsSaid() throws IOException {
        String id = submit("a.zip");
        notary.await(id, Duration.ofHours(1));
        sandbox.on("GET", "/notary-logs/{id}").answerNext(Answer.html(200, "<html>sign in</html>"));
        assertThatThrownBy(() -> notary.log(id)).isInstanceOf(InvalidResponseException.class);
        sandbox.on("GET", LOG)
                .answerNext(
                        Answer.json(200, "{\"data\":{\"attributes\":{\"developerLogUrl\":\"http://example.com/x\"}}}"));
        assertThatThrownBy(() -> notary.log(id))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("https");
    }

    @Test
    void anUnknownSubmissionIsNotFound() {
        assertThatThrownBy(() -> notary.await("00000000-0000-4000-8000-000000000000", Duration.ofHours(1)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There is no resource of type 'submissions' with id");
        assertThatThrownBy(() -> notary.log("00000000-0000-4000-8000-000000000000"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theOlderFormOfErrorsIsRead() {
        sandbox.on("GET", STATUS)
                .answerNext(
                        Answer.of(
                                403,
                                "text/plain",
                                "{\"name\":\"FORBIDDEN\",\"description\":\"A required agreement is missing or has expired.\",\"labels\":[]}"));
        assertThatThrownBy(() -> notary.status("1"))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.hasCode("FORBIDDEN")).isTrue();
                    assertThat(e.advice()).get().asString().contains("Account Holder");
                })
                .hasMessageContaining("A required agreement is missing");
    }

    @Test
    void theListHasTheNewestFirst() throws IOException {
        String first = submit("a.zip");
        String second = submit("b.zip");
        assertThat(notary.list()).extracting(Submission::id).containsExactly(second, first);
    }

    @Test
    void anUnknownStatusIsKeptAndNotFinal() {
        sandbox.on("GET", STATUS)
                .answerNext(Answer.json(200, "{\"data\":{\"id\":\"1\",\"attributes\":{\"status\":\"Pondering\"}}}"));
        Submission submission = notary.status("1");
        assertThat(submission.status()).isEqualTo(SubmissionStatus.of("Pondering"));
        assertThat(submission.status().isFinal()).isFalse();
        sandbox.on("GET", STATUS).answerNext(Answer.json(200, "{\"data\":{\"id\":\"1\"}}"));
        assertThatThrownBy(() -> notary.status("1")).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void individualKeysAreStoppedBeforeTheNetwork() {
        try (Sandbox other = Sandbox.builder().individualKey().start()) {
            ApiKey key = other.key();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Notary.of(key))
                    .withMessageContaining("team keys only");
            assertThatIllegalArgumentException().isThrownBy(() -> Notary.of(other.client()));
            assertThat(other.requests()).isEmpty();
        }
    }
}
