package io.github.ascjava.notary;

import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.notary.internal.AwsCredentials;
import io.github.ascjava.notary.internal.NotaryApi;
import io.github.ascjava.notary.internal.NotaryDocuments.NewSubmission;
import io.github.ascjava.notary.internal.NotaryDocuments.NewSubmissionData;
import io.github.ascjava.notary.internal.NotaryDocuments.Notification;
import io.github.ascjava.notary.internal.NotaryDocuments.StatusAttributes;
import io.github.ascjava.notary.internal.NotaryDocuments.StatusData;
import io.github.ascjava.notary.internal.NotaryDocuments.UploadGrant;
import io.github.ascjava.notary.internal.NotaryErrors;
import io.github.ascjava.workflows.internal.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operations on submissions, without their files. Thread-safe. */
final class Submissions {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    /** By Apple's page; a few minutes less, for requests under way. */
    private static final Duration CREDENTIALS_LAST = Duration.ofHours(12).minusMinutes(5);

    private final NotaryApi api;
    private final Poller poller;
    private final Clock clock;
    private final Clock serverTime;

    Submissions(NotaryApi api, Poller poller, Clock clock, Clock serverTime) {
        this.api = api;
        this.poller = poller;
        this.clock = clock;
        this.serverTime = serverTime;
    }

    /** Announces a file. */
    Grant submit(String name, String sha256, @Nullable String webhook) {
        List<Notification> notifications = webhook == null ? null : List.of(new Notification("webhook", webhook));
        NewSubmissionData data = NotaryErrors.execute(api.submit(new NewSubmission(name, sha256, notifications)))
                .data();
        UploadGrant grant = data == null ? null : data.attributes();
        if (data == null
                || data.id() == null
                || grant == null
                || grant.awsAccessKeyId() == null
                || grant.awsSecretAccessKey() == null
                || grant.awsSessionToken() == null
                || grant.bucket() == null
                || grant.object() == null) {
            throw incomplete("POST");
        }
        AwsCredentials credentials = new AwsCredentials(
                grant.awsAccessKeyId(),
                grant.awsSecretAccessKey(),
                grant.awsSessionToken(),
                serverTime.instant().plus(CREDENTIALS_LAST));
        return new Grant(data.id(), grant.bucket(), grant.object(), credentials);
    }

    Submission status(String id) {
        StatusData data = NotaryErrors.execute(api.status(id)).data();
        if (data == null) {
            throw incomplete("GET");
        }
        return submission(data);
    }

    List<Submission> list() {
        List<StatusData> data = NotaryErrors.execute(api.list()).data();
        if (data == null) {
            throw incomplete("GET");
        }
        return data.stream()
                .filter(Objects::nonNull)
                .map(Submissions::submission)
                .toList();
    }

    Submission await(String id, Duration timeout, Consumer<Submission> listener) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("A timeout is zero or more, but was " + timeout + ".");
        }
        List<Submission> known = new ArrayList<>();
        Poller.Schedule schedule = new Poller.Schedule(
                timeout,
                FIRST_DELAY,
                LONGEST_DELAY,
                next -> known.stream().reduce((first, last) -> last).ifPresent(listener));
        Attempt last = poller.poll(schedule, () -> attempt(id, known), this::nextAttempt);
        if (last.submission() != null) {
            return last.submission();
        }
        if (known.isEmpty()) {
            throw Objects.requireNonNull(last.failure());
        }
        return known.get(known.size() - 1);
    }

    private Attempt attempt(String id, List<Submission> known) {
        try {
            Submission submission = status(id);
            known.add(submission);
            return new Attempt(submission, null);
        } catch (RateLimitException | ServerException | ConnectionException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // The submission goes on at Apple's (docs/live-service.md#notarization-takes-its-time).
            return new Attempt(null, e);
        }
    }

    private @Nullable Instant nextAttempt(Attempt attempt) {
        if (attempt.submission() != null) {
            return attempt.submission().status().isFinal() ? null : clock.instant();
        }
        Duration asked = attempt.failure() instanceof ApiException e ? e.retryAfter() : null;
        return clock.instant().plus(asked == null ? LONGEST_DELAY : asked);
    }

    private static Submission submission(StatusData data) {
        StatusAttributes attributes = data.attributes();
        if (data.id() == null || attributes == null || attributes.status() == null) {
            throw incomplete("GET");
        }
        return new Submission(
                data.id(), attributes.name(), attributes.createdDate(), SubmissionStatus.of(attributes.status()));
    }

    private static InvalidResponseException incomplete(String method) {
        return new InvalidResponseException(
                method + " /" + NotaryApi.SUBMISSIONS, 1, "members are missing that Apple documents", null);
    }

    /** The outcome of one request. */
    private record Attempt(
            @Nullable Submission submission, @Nullable AscException failure) {}

    /** A new submission, and where its file goes. */
    record Grant(String id, String bucket, String object, AwsCredentials credentials) {}
}
