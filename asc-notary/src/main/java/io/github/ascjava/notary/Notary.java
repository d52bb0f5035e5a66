package io.github.ascjava.notary;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.notary.internal.NotaryApi;
import io.github.ascjava.notary.internal.ObjectUpload;
import io.github.ascjava.notary.internal.PartPlan;
import io.github.ascjava.workflows.internal.Poller;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Notarization of macOS software through Apple's Notary API, on any operating system.
 *
 * <pre>{@code
 * try (Notary notary = Notary.of(ApiKey.fromEnvironment())) {
 *     SubmittedFile submitted = notary.submit(Path.of("Example.zip"));
 *     Submission result = notary.await(submitted.submissionId(), Duration.ofHours(1));
 *     if (!result.isAccepted()) {
 *         notary.log(result.id()).ifPresent(log -> System.out.println(log.statusSummary() + " " + log.issues()));
 *     }
 * }
 * }</pre>
 *
 * <p>The API needs a team key. Errors of Apple are {@link io.github.ascjava.client.error.ApiException}s, whatever form they
 * have (docs/live-service.md#notary-api). Tokens are renewed during waits. Thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/notaryapi">Notary API</a>
 * @since 0.1.0
 */
public final class Notary implements AutoCloseable {

    private static final HttpUrl APPLE = HttpUrl.get("https://appstoreconnect.apple.com/");
    /** Of the bucket, whichever of its hosts is used. */
    private static final String REGION = "us-west-2";

    private final AppStoreConnect asc;
    private final boolean ownsClient;
    private final UploadHost host;
    private final PartPlan.Sizes sizes;
    private final Submissions submissions;
    private final SubmissionLogs logs;
    private final ObjectUpload uploads;
    private final Clock clock;

    private Notary(AppStoreConnect asc, boolean ownsClient, @Nullable UploadHost host, PartPlan.Sizes sizes) {
        ClientOptions options = asc.options();
        HttpUrl base = base(asc);
        this.asc = asc;
        this.ownsClient = ownsClient;
        this.sizes = sizes;
        this.host = host == null ? usualHost(base) : host;
        this.clock = Objects.requireNonNullElseGet(options.clock(), Clock::systemUTC);
        NotaryApi api = asc.retrofit().newBuilder().baseUrl(base).build().create(NotaryApi.class);
        Poller poller = new Poller(clock, options.sleeper());
        Clock serverTime = new ServerTime(clock, asc.auth());
        this.submissions = new Submissions(api, poller, clock, serverTime);
        this.logs = new SubmissionLogs(api, submissions, poller, asc.httpClient());
        this.uploads = new ObjectUpload(asc.httpClient(), REGION, serverTime, options.sleeper());
    }

    /**
     * Returns a notary with a client of its own; close it.
     *
     * @param key a team key
     * @throws IllegalArgumentException if it is another kind of key, which the Notary API does not accept
     */
    public static Notary of(ApiKey key) {
        requireTeamKey(key);
        return new Notary(AppStoreConnect.create(key), true, null, PartPlan.Sizes.STANDARD);
    }

    /**
     * Returns a notary that uses the key, HTTP client, options and base URL of a client, which is not closed with it.
     *
     * <p>If the client has another base URL than Apple's, such as that of the sandbox, files are uploaded to the path
     * {@code s3/} below it.
     *
     * @throws IllegalArgumentException if the client's key for {@code /notary} is not a team key
     */
    public static Notary of(AppStoreConnect asc) {
        return new Notary(asc, false, null, PartPlan.Sizes.STANDARD);
    }

    /** Returns the same notary with another host for uploads; closing either closes the client of both. */
    public Notary withUploadHost(UploadHost newHost) {
        return new Notary(asc, ownsClient, Objects.requireNonNull(newHost, "newHost"), sizes);
    }

    /** Returns the same notary with other sizes of parts, for tests. */
    Notary withSizes(PartPlan.Sizes newSizes) {
        return new Notary(asc, ownsClient, host, newSizes);
    }

    /** Submits a file under its own name; like {@link #submit(SubmissionRequest)}. */
    public SubmittedFile submit(Path file) {
        return submit(SubmissionRequest.of(file));
    }

    /**
     * Submits a file: computes its hash, announces it to Apple and uploads it. Does not wait for the result.
     *
     * <p>The file is read twice, and may not change meanwhile. Files of more than 64 MiB are sent in parts, several at a
     * time; parts that fail are sent again. If the credentials of the upload expire, which takes 12 hours, the file is submitted
     * once more from the beginning.
     *
     * @return when Apple has the whole file
     * @throws UnsupportedArchiveException if Apple does not notarize such files
     * @throws SubmissionFailedException if the file changes, or Apple does not get it
     * @throws io.github.ascjava.client.error.ReadOnlyClientException if the client is read-only
     * @throws io.github.ascjava.client.error.AscException if Apple does not accept the submission
     * @throws java.io.UncheckedIOException if the file or its state file cannot be read or written
     * @throws IllegalStateException if the state file is not one
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SubmittedFile submit(SubmissionRequest request) {
        asc.requireWritable("submission of " + request.file().getFileName());
        return new SubmissionRun(request, submissions, uploads, host, sizes, clock).run();
    }

    /**
     * Returns the status of a submission.
     *
     * @throws io.github.ascjava.client.error.NotFoundException if the team has no submission with this ID
     */
    public Submission status(String submissionId) {
        return submissions.status(submissionId);
    }

    /** Waits for the result of a submission; like {@link #await(String, Duration, Consumer)} without a listener. */
    public Submission await(String submissionId, Duration timeout) {
        return await(submissionId, timeout, status -> {});
    }

    /**
     * Waits for the result of a submission. Most take less than 15 minutes, some much longer
     * (docs/live-service.md#notarization-takes-its-time).
     *
     * <p>Asks after 15 seconds, then less and less often, at least once a minute. While Apple limits requests or does not
     * respond, it waits as well.
     *
     * @param timeout zero or more
     * @param listener receives the status after each request without a final one, on the calling thread
     * @return the submission with a final status, or as it is when the time is over; nothing is canceled then, and waiting can go
     *     on with the ID
     * @throws io.github.ascjava.client.error.AscException if Apple rejects the request, or does not respond at all until the
     *     time is over
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Submission await(String submissionId, Duration timeout, Consumer<Submission> listener) {
        return submissions.await(submissionId, timeout, listener);
    }

    /** Returns the newest submissions of the team, at most 100; Apple keeps no more in this list. */
    public List<Submission> list() {
        return submissions.list();
    }

    /**
     * Returns the log of a submission. Accepted software has one as well, which may contain warnings.
     *
     * <p>If the result is known but its log is not there yet, waits for up to two minutes.
     *
     * @return empty while the submission is in progress, and if the log did not appear
     * @throws io.github.ascjava.client.error.NotFoundException if the team has no submission with this ID
     * @throws io.github.ascjava.client.error.InvalidResponseException if the log is not JSON or larger than 64 MiB
     */
    public Optional<NotaryLog> log(String submissionId) {
        return logs.log(submissionId);
    }

    /**
     * Writes the log of a submission to a file as Apple sends it, replacing an earlier file; otherwise like
     * {@link #log(String)}.
     *
     * @return false if there is no log yet; no file is written then
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public boolean saveLog(String submissionId, Path file) {
        return logs.save(submissionId, file);
    }

    /** Closes the client if the notary was made from a key. */
    @Override
    public void close() {
        if (ownsClient) {
            asc.close();
        }
    }

    @Override
    public String toString() {
        return "Notary[" + asc.auth().key() + ", " + host + "]";
    }

    private static HttpUrl base(AppStoreConnect asc) {
        HttpUrl base = asc.auth().baseUrl();
        boolean isApples = base.host().endsWith(".apple.com");
        HttpUrl notary = isApples ? APPLE : base;
        HttpUrl path =
                notary.newBuilder().addPathSegments(NotaryApi.SUBMISSIONS).build();
        ApiKey key = asc.auth().keyFor(path);
        requireTeamKey(key == null ? asc.auth().key() : key);
        return notary;
    }

    private static UploadHost usualHost(HttpUrl base) {
        return base.equals(APPLE) ? UploadHost.ACCELERATED : UploadHost.at(base + "s3/");
    }

    private static void requireTeamKey(ApiKey key) {
        if (!(key instanceof TeamKey)) {
            throw new IllegalArgumentException("The Notary API accepts team keys only, not " + key
                    + ". Create a team key in App Store Connect (Users and Access, Integrations).");
        }
    }
}
