package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildBetaDetail;
import io.github.ascjava.client.model.builds.BuildInclude;
import io.github.ascjava.client.model.builds.BuildProcessingState;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadInclude;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.builds.BuildUploadStateInfo;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.testflight.InternalBetaState;
import io.github.ascjava.workflows.internal.Poller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until Apple has accepted an upload, and until the build is processed. Errors of reading say nothing about the build
 * (docs/live-service.md#states-are-unreadable-after-uploads). Used once, by one thread.
 */
final class BuildProcessing {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final BuildSlot slot;
    private final AppStoreConnect asc;
    private final Uploader uploader;
    private String state = "its state could not be read";
    private @Nullable AscException failure;

    BuildProcessing(BuildSlot slot, Uploader uploader) {
        this.slot = slot;
        this.asc = slot.asc();
        this.uploader = uploader;
    }

    /**
     * Returns an upload that Apple has accepted.
     *
     * @throws BuildRejectedException if Apple rejects it
     * @throws StillProcessingException if the time is over
     */
    BuildUpload accepted(String id) {
        BuildUpload upload = await(
                "buildUploads",
                id,
                uploader.timeout(),
                () -> Optional.of(asc.buildUploads()
                        .get(id, q -> q.include(BuildUploadInclude.BUILD))
                        .execute()),
                read -> isOneOf(BuildSlot.state(read), BuildUploadState.COMPLETE, BuildUploadState.FAILED));
        BuildUploadStateInfo info = Objects.requireNonNull(upload.state());
        if (BuildUploadState.FAILED.equals(info.state())) {
            throw new BuildRejectedException(slot.name(), id, BuildProblems.of(info.errors()));
        }
        return upload;
    }

    /** Returns the build of an accepted upload, which can be a 404 for some minutes. */
    Build build(BuildUpload upload) {
        return await("buildUploads", upload.id(), uploader.timeout(), () -> read(upload), read -> true);
    }

    /**
     * Returns the build when it is processed.
     *
     * @throws BuildRejectedException if it is not valid
     */
    Build processed(Build build, Duration timeout) {
        Build processed = await("builds", build.id(), timeout, () -> Optional.of(read(build.id())), this::isProcessed);
        if (!BuildProcessingState.VALID.equals(processed.processingState())) {
            throw new BuildRejectedException(slot.name(), build.id(), List.of());
        }
        return processed;
    }

    private Optional<Build> read(BuildUpload upload) {
        String id = upload.build().id();
        return id == null ? slot.build() : Optional.of(read(id));
    }

    private Build read(String id) {
        return asc.builds()
                .get(id, q -> q.include(BuildInclude.BUILD_BETA_DETAIL))
                .execute();
    }

    /** Builds for macOS are valid before TestFlight can use them (docs/live-service.md#new-builds-appear-late). */
    private boolean isProcessed(Build build) {
        BuildProcessingState processing = build.processingState();
        if (processing == null || processing.equals(BuildProcessingState.PROCESSING)) {
            return false;
        }
        boolean isForMac = slot.content().platform().equals(Platform.MAC_OS);
        InternalBetaState beta = build.buildBetaDetail()
                .included()
                .map(BuildBetaDetail::internalBuildState)
                .orElse(null);
        return !isForMac || !InternalBetaState.PROCESSING.equals(beta);
    }

    private <T> T await(String type, String id, Duration timeout, Supplier<Optional<T>> read, Predicate<T> isDone) {
        Poller.Schedule schedule = new Poller.Schedule(timeout, FIRST, LONGEST, next -> {});
        Optional<T> done = uploader.poller()
                .poll(
                        schedule,
                        () -> Reading.attempt(read, error -> failure = error)
                                .flatMap(found -> found)
                                .filter(value -> note(value, isDone)),
                        found -> found.isPresent() ? null : Instant.MIN);
        return done.orElseThrow(() ->
                new StillProcessingException(slot.content().fileName(), type, id, timeout, state, false, failure));
    }

    private <T> boolean note(T value, Predicate<T> isDone) {
        OpenEnum now = value instanceof BuildUpload upload
                ? BuildSlot.state(upload)
                : value instanceof Build build ? build.processingState() : null;
        state = now == null ? "unknown" : now.value();
        return isDone.test(value);
    }

    private static boolean isOneOf(@Nullable OpenEnum value, OpenEnum... values) {
        return value != null && List.of(values).contains(value);
    }
}
