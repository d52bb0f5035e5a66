package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadFile;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.builds.BuildUploadStateInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One upload of one build: check, send, wait, hand to testers. Used once, by one thread. */
final class BuildRun {

    private final AppStoreConnect asc;
    private final BuildListener listener;
    private final Uploader uploader;
    private final Path file;
    private final BuildOptions options;

    BuildRun(AppStoreConnect asc, Uploader uploader, Path file, BuildOptions options) {
        this.asc = asc;
        this.listener = new BuildListener(uploader.listener());
        this.uploader = uploader.with(listener);
        this.file = file;
        this.options = options;
    }

    AppPackage check() {
        BuildSlot slot = slot();
        BuildDistribution.of(slot, options);
        delivered(slot);
        return slot.content();
    }

    UploadedBuild run() {
        BuildSlot slot = slot();
        BuildDistribution distribution = BuildDistribution.of(slot, options);
        String id = delivered(slot).map(upload -> known(slot, upload)).orElseGet(() -> send(slot));
        BuildProcessing processing = new BuildProcessing(slot, uploader);
        BuildUpload upload = processing.accepted(id);
        List<UploadProblem> warnings = warnings(upload);
        warnings.forEach(warning -> listener.onWarning(slot.content().fileName(), warning));
        Build build = processing.build(upload);
        Duration timeout = options.processing();
        if (timeout != null) {
            build = processing.processed(build, timeout);
            distribution.apply(build);
        }
        listener.complete();
        return new UploadedBuild(slot.content(), upload, build, warnings);
    }

    private BuildSlot slot() {
        AppPackage content = AppPackage.inspect(file);
        BuildVersions.check(content);
        return BuildSlot.of(asc, content);
    }

    /**
     * Returns an earlier upload of the same file, whose end was not seen.
     *
     * @throws UploadException if another file has the number
     */
    private Optional<BuildUpload> delivered(BuildSlot slot) {
        List<BuildUpload> delivered = slot.uploads().stream()
                .filter(each -> List.of(BuildUploadState.PROCESSING, BuildUploadState.COMPLETE)
                        .contains(BuildSlot.state(each)))
                .toList();
        Optional<BuildUpload> same =
                delivered.stream().filter(slot::isOfThisFile).findFirst();
        if (same.isPresent()) {
            notice(
                    slot,
                    "An earlier run has sent this file already; buildUploads "
                            + same.get().id() + " is " + BuildSlot.state(same.get()) + ".");
        } else if (!delivered.isEmpty() || slot.build().isPresent()) {
            throw new UploadException(
                    "App Store Connect has " + slot.name() + " of "
                            + slot.content().bundleId() + " already. Raise CFBundleVersion and build again.",
                    null,
                    false,
                    null);
        }
        return same;
    }

    /** The earlier run may have left a state, which nobody needs any longer. */
    private String known(BuildSlot slot, BuildUpload delivered) {
        String fileId = delivered.assetFile().id();
        if (fileId != null) {
            new UnfinishedUploads(uploader.states()).forget(BuildTarget.TYPE, slot.place(), file, fileId);
        }
        return delivered.id();
    }

    private String send(BuildSlot slot) {
        BuildTarget target = new BuildTarget(slot, uploader.clock(), notice -> notice(slot, notice));
        try {
            BuildUploadFile sent = uploader.upload(file, target.file());
            return target.uploadOf(sent.id());
        } catch (RuntimeException e) {
            target.cleanUp(e);
            throw e;
        }
    }

    private void notice(BuildSlot slot, String notice) {
        listener.onNotice(slot.content().fileName(), notice);
    }

    private static List<UploadProblem> warnings(BuildUpload upload) {
        BuildUploadStateInfo info = Objects.requireNonNull(upload.state());
        return BuildProblems.of(info.warnings());
    }
}
