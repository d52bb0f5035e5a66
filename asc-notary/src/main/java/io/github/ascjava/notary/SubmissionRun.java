package io.github.ascjava.notary;

import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.notary.internal.ArchiveCheck;
import io.github.ascjava.notary.internal.CredentialsExpiredException;
import io.github.ascjava.notary.internal.FileHasher;
import io.github.ascjava.notary.internal.FileHashes;
import io.github.ascjava.notary.internal.ObjectUpload;
import io.github.ascjava.notary.internal.PartPlan;
import io.github.ascjava.notary.internal.StateFile;
import io.github.ascjava.notary.internal.StateFile.State;
import io.github.ascjava.notary.internal.StorageException;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One submission of a file, from the check of the file to its complete upload. Not thread-safe. */
final class SubmissionRun {

    private static final Duration RECENT = Duration.ofHours(24);

    private final SubmissionRequest request;
    private final Submissions submissions;
    private final ObjectUpload uploads;
    private final UploadHost host;
    private final PartPlan.Sizes sizes;
    private final Clock clock;
    private final @Nullable StateFile stateFile;

    SubmissionRun(
            SubmissionRequest request,
            Submissions submissions,
            ObjectUpload uploads,
            UploadHost host,
            PartPlan.Sizes sizes,
            Clock clock) {
        this.request = request;
        this.submissions = submissions;
        this.uploads = uploads;
        this.host = host;
        this.sizes = sizes;
        this.clock = clock;
        this.stateFile = request.stateFile() == null ? null : new StateFile(request.stateFile());
    }

    SubmittedFile run() {
        requireArchive(request.file());
        State earlier = stateFile == null ? null : stateFile.read();
        try (SourceFile source = SourceFile.open(request.file())) {
            PartPlan plan = PartPlan.of(source.size(), sizes);
            FileHashes hashes = FileHasher.hash(
                    source.path(), plan, done -> request.listener().onHashed(done, source.size()));
            requireUnchanged(source, null);
            boolean isSame = earlier != null && earlier.isOf(hashes.whole(), source.size());
            if (isSame && earlier != null && earlier.isComplete() && exists(earlier.id())) {
                return new SubmittedFile(
                        earlier.id(), earlier.name(), earlier.sha256(), earlier.size(), true, List.of());
            }
            if (isSame && earlier != null && !earlier.isComplete()) {
                request.listener()
                        .onRestart("The upload of submission " + earlier.id() + " broke off after "
                                + earlier.partsDone()
                                + " parts. Its credentials ended with it, so the file is submitted"
                                + " anew.");
            }
            List<Submission> sameName = isSame ? List.of() : sameName();
            String id = submit(source, plan, hashes);
            return new SubmittedFile(id, request.name(), hashes.whole(), source.size(), false, sameName);
        }
    }

    private static void requireArchive(Path file) {
        try {
            String problem = ArchiveCheck.problem(file);
            if (problem != null) {
                throw new UnsupportedArchiveException(problem, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read: " + e + ".", e);
        }
    }

    private boolean exists(String id) {
        try {
            submissions.status(id);
            return true;
        } catch (NotFoundException e) {
            // The state file is another team's.
            return false;
        }
    }

    private List<Submission> sameName() {
        Instant earliest = clock.instant().minus(RECENT);
        return submissions.list().stream()
                .filter(each -> request.name().equals(each.name()))
                .filter(each ->
                        each.created() == null || each.created().toInstant().isAfter(earliest))
                .toList();
    }

    private String submit(SourceFile source, PartPlan plan, FileHashes hashes) {
        Submissions.Grant grant = announce(hashes);
        try {
            return upload(grant, source, plan, hashes);
        } catch (CredentialsExpiredException e) {
            request.listener()
                    .onRestart("The credentials of submission " + grant.id()
                            + " expired after 12 hours and cannot be renewed, so the file is submitted once more.");
        }
        Submissions.Grant second = announce(hashes);
        try {
            return upload(second, source, plan, hashes);
        } catch (CredentialsExpiredException e) {
            throw new SubmissionFailedException(
                    "The upload took longer than the 12 hours that its credentials last, twice. Use a faster connection, or"
                            + " make " + source.path() + " smaller.",
                    second.id(),
                    e);
        }
    }

    private Submissions.Grant announce(FileHashes hashes) {
        Submissions.Grant grant;
        try {
            grant = submissions.submit(request.name(), hashes.whole(), request.webhook());
        } catch (ConnectionException e) {
            throw new SubmissionFailedException(
                    "Apple's response to the submission of " + request.name() + " was lost (" + e.getMessage()
                            + ") Submit it again; if Apple lists a submission without its file, it stays in progress and"
                            + " does no harm.",
                    null,
                    e);
        }
        request.listener().onSubmitted(grant.id());
        return grant;
    }

    private String upload(Submissions.Grant grant, SourceFile source, PartPlan plan, FileHashes hashes) {
        State state = new State(grant.id(), hashes.whole(), source.size(), request.name(), 0, false);
        UploadObserver observer = new UploadObserver(request.listener(), stateFile, state);
        remember(state);
        try {
            uploads.upload(
                    source, plan, hashes, host.bucket(grant.bucket()), grant.object(), grant.credentials(), observer);
        } catch (TransferException e) {
            throw UploadFailures.of(e, grant.id(), source.path());
        } catch (StorageException e) {
            throw UploadFailures.of(e, grant.id());
        }
        remember(observer.state().complete());
        return grant.id();
    }

    private void remember(State state) {
        if (stateFile != null) {
            stateFile.write(state);
        }
    }

    private static void requireUnchanged(SourceFile source, @Nullable String id) {
        try {
            source.requireUnchanged();
        } catch (TransferException e) {
            throw UploadFailures.of(e, id, source.path());
        }
    }
}
