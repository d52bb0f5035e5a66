package io.github.ascjava.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.client.error.UnauthorizedException;
import io.github.ascjava.notary.internal.PartPlan;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitTest {

    private static final String SUBMISSIONS = "/notary/v2/submissions";
    private static final String OBJECT = "/s3/{bucket}/prod/{object}";
    /** The smallest parts of S3. */
    private static final int PART = 5 * 1024 * 1024;

    private static final int PARTS_BYTES = 2 * PART + 1000;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start();
    private final Notary notary = Notary.of(sandbox.client()).withSizes(new PartPlan.Sizes(PART, PART));

    @AfterEach
    void close() {
        notary.close();
        sandbox.close();
    }

    @Test
    void aFileArrivesUnderItsHash() throws IOException {
        Path file = Archives.zip(folder.resolve("Example App.zip"), 100_000);
        SubmittedFile submitted = notary.submit(file);

        ByteString content = ByteString.of(Files.readAllBytes(file));
        assertThat(submitted.sha256()).isEqualTo(content.sha256().hex());
        assertThat(submitted.size()).isEqualTo(content.size());
        assertThat(submitted.isReused()).isFalse();
        RecordedRequest put = last("PUT");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(content);
        assertThat(put.path()).contains("%3A").doesNotContain(":");
        assertThat(put.headers().get("Content-Type")).isNull();
        assertThat(put.headers().names()).noneMatch(name -> name.startsWith("x-amz-checksum"));
        assertThat(last("POST").text())
                .isEqualTo("{\"submissionName\":\"Example App.zip\",\"sha256\":\"" + submitted.sha256() + "\"}");
    }

    @Test
    void aReadOnlyClientSubmitsNothing() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        Path state = folder.resolve("a.zip.notary");
        SubmissionRequest request = SubmissionRequest.of(file).withStateFile(state);
        Notary reading =
                Notary.of(sandbox.clientBuilder().readOnly().build()).withSizes(new PartPlan.Sizes(PART, PART));

        assertThatThrownBy(() -> reading.submit(request))
                .isInstanceOf(ReadOnlyClientException.class)
                .hasMessageStartingWith("submission of a.zip: not sent");

        assertThat(sandbox.requests()).isEmpty();
        assertThat(state).doesNotExist();
        String id = notary.submit(file).submissionId();
        assertThat(reading.status(id).id()).isEqualTo(id);
        assertThat(reading.list()).hasSize(1);
    }

    @Test
    void aLargeFileArrivesInParts() throws IOException {
        Path file = Archives.diskImage(folder.resolve("Example.dmg"), PARTS_BYTES);
        List<Long> sent = new ArrayList<>();
        SubmittedFile submitted = notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
            @Override
            public void onSent(long bytesSent, long bytes, int partsDone, int parts) {
                assertThat(parts).isEqualTo(3);
                sent.add(bytesSent);
            }
        }));

        assertThat(sent).isSorted().endsWith((long) PARTS_BYTES);
        assertThat(requests("PUT")).hasSize(3).allSatisfy(part -> {
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.headers().get("x-amz-content-sha256"))
                    .isEqualTo(part.body().sha256().hex());
        });
        assertThat(notary.await(submitted.submissionId(), Duration.ofHours(1)).isAccepted())
                .isTrue();
    }

    @Test
    void eachAttemptIsSignedAnew() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        sandbox.on("PUT", OBJECT).answerNext(Answer.of(503, "text/plain", "").withHeader("Retry-After", "60"));
        notary.submit(file);

        assertThat(requests("PUT")).hasSize(2);
        assertThat(requests("PUT").stream()
                        .map(put -> put.headers().get("x-amz-date"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void expiredCredentialsLeadToOneMoreSubmission() throws IOException {
        Path file = Archives.diskImage(folder.resolve("Example.dmg"), PARTS_BYTES);
        List<String> restarts = new ArrayList<>();
        sandbox.on("PUT", OBJECT)
                .answerNext(Answer.of(
                        400, "application/xml", "<Error><Code>ExpiredToken</Code><Message>x</Message></Error>"));
        SubmittedFile submitted = notary.submit(SubmissionRequest.of(file).withListener(restarts(restarts)));

        assertThat(restarts).hasSize(1).first().asString().contains("12 hours", "once more");
        assertThat(requests("POST").stream().filter(post -> post.path().equals(SUBMISSIONS)))
                .hasSize(2);
        assertThat(requests("DELETE")).hasSize(1);
        assertThat(notary.list().get(0).id()).isEqualTo(submitted.submissionId());
    }

    @Test
    void credentialsThatExpireAgainEndTheSubmission() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onSubmitted(String id) {
                        sandbox.advanceTime(Duration.ofHours(13));
                    }
                })))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("12 hours");
        assertThat(requests("PUT")).isEmpty();
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotSubmitted() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onHashed(long done, long bytes) {
                        touch(file);
                    }
                })))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("changed");
        assertThat(requests("POST")).isEmpty();
    }

    @Test
    void aFileThatChangesBeforeItIsSentIsNoticed() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onSubmitted(String id) {
                        touch(file);
                    }
                })))
                .isInstanceOfSatisfying(
                        SubmissionFailedException.class,
                        e -> assertThat(e.submissionId())
                                .isEqualTo(notary.list().get(0).id()))
                .hasMessageContaining("changed");
        assertThat(requests("PUT")).isEmpty();
    }

    /** Even if size and time stay the same: the hash is part of what is signed. */
    @Test
    void otherContentOfTheSameSizeAndTimeIsNoticed() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        FileTime time = Files.getLastModifiedTime(file);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onSubmitted(String id) {
                        flipAByte(file, time);
                    }
                })))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("changed while it was being sent")
                .hasMessageContaining("XAmzContentSHA256Mismatch");
    }

    @Test
    void theStateFileKeepsARunFromSubmittingAgain() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        Path state = folder.resolve("a.zip.notary");
        SubmissionRequest request = SubmissionRequest.of(file).withStateFile(state);
        SubmittedFile first = notary.submit(request);
        SubmittedFile second = notary.submit(request);

        assertThat(second.submissionId()).isEqualTo(first.submissionId());
        assertThat(second.isReused()).isTrue();
        assertThat(requests("PUT")).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(state))
                .contains(first.submissionId(), first.sha256())
                .doesNotContain("aws", "ASIA");
        Archives.zip(file, 2000);
        assertThat(notary.submit(request).isReused()).isFalse();
    }

    @Test
    void anUploadThatBrokeOffIsBegunAgainAndSaid() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        Path state = folder.resolve("a.zip.notary");
        sandbox.on("PUT", OBJECT).failNext(5, 503);
        List<String> restarts = new ArrayList<>();
        SubmissionRequest request =
                SubmissionRequest.of(file).withStateFile(state).withListener(restarts(restarts));
        assertThatThrownBy(() -> notary.submit(request))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("503");
        String lost = notary.list().get(0).id();
        SubmittedFile submitted = notary.submit(request);

        assertThat(submitted.submissionId()).isNotEqualTo(lost);
        assertThat(submitted.isReused()).isFalse();
        assertThat(restarts).singleElement().asString().contains(lost, "anew");
    }

    @Test
    void aForeignStateFileIsRejectedAndKept() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        Path state = Files.writeString(folder.resolve("notes.txt"), "my notes");
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withStateFile(state)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not describe a submission");
        assertThat(state).hasContent("my notes");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void recentSubmissionsOfTheSameNameAreReported() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        SubmittedFile old = notary.submit(file);
        sandbox.advanceTime(Duration.ofHours(25));
        SubmittedFile recent = notary.submit(file);
        sandbox.advanceTime(Duration.ofHours(1));
        SubmittedFile newest = notary.submit(file);

        assertThat(old.sameName()).isEmpty();
        assertThat(recent.sameName()).isEmpty();
        assertThat(newest.sameName()).extracting(Submission::id).containsExactly(recent.submissionId());
        assertThat(newest.submissionId()).isNotEqualTo(recent.submissionId());
    }

    @Test
    void aLostResponseSaysThatASubmissionMayExist() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        sandbox.on("POST", SUBMISSIONS).dropNextResponse();
        assertThatThrownBy(() -> notary.submit(file))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("lost");
        assertThat(notary.submit(file).sameName()).hasSize(1);
    }

    /** S3 may complete with status 200 and an error. */
    @Test
    void anErrorWithStatus200IsOne() throws IOException {
        Path file = Archives.diskImage(folder.resolve("Example.dmg"), PARTS_BYTES);
        Answer error = Answer.of(
                200, "application/xml", "<?xml version=\"1.0\"?>\n\n<Error><Code>InternalError</Code></Error>");
        sandbox.on("POST", OBJECT).answerNext(begun("unknown"));
        assertThatThrownBy(() -> notary.submit(file))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("NoSuchUpload");

        Path state = folder.resolve("state");
        SubmissionRequest request = SubmissionRequest.of(file)
                .withStateFile(state)
                .withListener(new SubmissionListener() {
                    @Override
                    public void onSent(long bytesSent, long bytes, int partsDone, int parts) {
                        if (partsDone == parts) {
                            sandbox.on("POST", OBJECT).answerNext(error, error, error);
                        }
                    }
                });
        assertThatThrownBy(() -> notary.submit(request))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("S3 did not complete the upload: 200 InternalError (3 attempts)");
    }

    private static Answer begun(String id) {
        return Answer.of(
                200,
                "application/xml",
                "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    @Test
    void aClockThatIsOffIsCorrectedByWhatApplesTokensTell() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        sandbox.skewClock(Duration.ofMinutes(40));
        SubmittedFile submitted = notary.submit(file);
        assertThat(requests("PUT"))
                .singleElement()
                .satisfies(put -> assertThat(put.status()).isEqualTo(200));
        assertThat(submitted.submissionId()).isNotEmpty();
    }

    @Test
    void aClockThatGoesWrongDuringTheUploadIsNamed() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onSubmitted(String id) {
                        sandbox.skewClock(Duration.ofMinutes(-20));
                    }
                })))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("clock")
                .hasMessageContaining("RequestTimeTooSkewed");
    }

    @Test
    void rejectedCredentialsAreNotShown() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        sandbox.on("POST", SUBMISSIONS).answerNext(Answer.json(200, """
                {"data": {"id": "1", "type": "newSubmissions", "attributes": {"awsAccessKeyId": "ASIAOTHER",
                 "awsSecretAccessKey": "the-secret", "awsSessionToken": "the-token", "bucket": "b", "object": "prod/a:1"}}}
                """));
        assertThatThrownBy(() -> notary.submit(file))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("InvalidAccessKeyId")
                .hasStackTraceContaining("403")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("the-secret", "the-token", "ASIAOTHER"));
    }

    @Test
    void aWrongKeyIsSaid() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        sandbox.expireTokens();
        Answer unauthenticated = Answer.of(401, "text/plain", "Unauthenticated\n\nRequest ID: ABC.0.0\n");
        sandbox.on("GET", SUBMISSIONS).answerNext(unauthenticated, unauthenticated);
        assertThatThrownBy(() -> notary.submit(file))
                .isInstanceOfSatisfying(
                        UnauthorizedException.class,
                        e -> assertThat(e.requestId()).isNotNull())
                .hasMessageContaining("Check that key ID, issuer ID and private key");
    }

    @Test
    void anInterruptedThreadEndsTheUpload() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), 1000);
        assertThatThrownBy(() -> notary.submit(SubmissionRequest.of(file).withListener(new SubmissionListener() {
                    @Override
                    public void onSubmitted(String id) {
                        Thread.currentThread().interrupt();
                    }
                })))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static SubmissionListener restarts(List<String> reasons) {
        return new SubmissionListener() {
            @Override
            public void onRestart(String reason) {
                reasons.add(reason);
            }
        };
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void flipAByte(Path file, FileTime time) {
        try {
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);
            Files.setLastModifiedTime(file, time);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter trace = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(trace, true));
        return trace.toString();
    }

    private List<RecordedRequest> requests(String method) {
        return sandbox.requests().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    private RecordedRequest last(String method) {
        List<RecordedRequest> all = requests(method);
        return all.get(all.size() - 1);
    }
}
