package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadFile;
import io.github.ascjava.client.model.builds.BuildUploadFileAssetType;
import io.github.ascjava.client.model.builds.BuildUploadFileUti;
import io.github.ascjava.client.model.builds.BuildUploadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The place that takes the file of a build. A build upload is created for it first, and deleted with it. Used once, by one
 * thread.
 */
final class BuildTarget {

    static final String TYPE = "buildUploadFiles";
    private static final String DELIVERED = "UPLOAD_COMPLETE";

    /** A younger one may be an upload that is running elsewhere. */
    private static final Duration LEFTOVER = Duration.ofHours(1);

    private final BuildSlot slot;
    private final AppStoreConnect asc;
    private final Clock clock;
    private final Consumer<String> notices;
    private @Nullable BuildUpload upload;
    private boolean hasFile;

    BuildTarget(BuildSlot slot, Clock clock, Consumer<String> notices) {
        this.slot = slot;
        this.asc = slot.asc();
        this.clock = clock;
        this.notices = notices;
    }

    /** Commits without a checksum: which one Apple wants is not known, and none is needed. */
    UploadTarget<BuildUploadFile> file() {
        return UploadTarget.<BuildUploadFile>of(TYPE, slot.place(), this::reserve)
                .delete(file -> asc.buildUploads().delete(uploadOf(file)))
                .committed(
                        id -> asc.buildUploadFiles().get(id),
                        id -> asc.buildUploadFiles().update(id, b -> b.uploaded(true)),
                        this::status);
    }

    /** Returns the ID of the build upload that has a file. */
    String uploadOf(String file) {
        BuildUpload known = upload;
        if (known != null) {
            return known.id();
        }
        return slot.uploads().stream()
                .filter(each -> file.equals(each.assetFile().id()))
                .map(BuildUpload::id)
                .findFirst()
                .orElse(file);
    }

    /** Deletes a build upload that never got its file. */
    void cleanUp(RuntimeException failure) {
        BuildUpload empty = upload;
        if (empty != null && !hasFile) {
            try {
                asc.buildUploads().delete(empty.id()).execute();
            } catch (AscException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private ApiCall<BuildUploadFile> reserve(String fileName, long size) {
        deleteLeftovers();
        BuildUpload created = create();
        upload = created;
        hasFile = false;
        boolean isIpa = slot.content().format() == AppPackage.Format.IPA;
        return asc.buildUploadFiles()
                .create(b -> b.assetType(BuildUploadFileAssetType.ASSET)
                        .fileName(fileName)
                        .fileSize(size)
                        .uti(isIpa ? BuildUploadFileUti.COM_APPLE_IPA : BuildUploadFileUti.COM_APPLE_PKG)
                        .buildUpload(created.id()));
    }

    /** A file that is delivered is not checked any further; Apple checks the build (docs/live-service.md#build-files-are-only-delivered). */
    private FileStatus status(BuildUploadFile file) {
        hasFile = true;
        FileStatus status = FileStatus.ofDelivery(file.uploadOperations(), file.assetDeliveryState());
        return status.state().equals(DELIVERED)
                ? new FileStatus(
                        status.operations(),
                        FileStatus.Stage.COMPLETE,
                        status.state(),
                        status.errors(),
                        status.warnings())
                : status;
    }

    /** They hold no build and never will (docs/live-service.md#reserved-build-uploads-hold-no-build). */
    private void deleteLeftovers() {
        Instant latest = clock.instant().minus(LEFTOVER);
        for (BuildUpload each : slot.uploads()) {
            if (!BuildUploadState.AWAITING_UPLOAD.equals(BuildSlot.state(each)) || each.createdDate() == null) {
                continue;
            }
            if (each.createdDate().toInstant().isAfter(latest)) {
                notices.accept("Another upload of " + slot.name() + ", buildUploads " + each.id()
                        + ", was begun less than an hour ago and may still run; it is left alone.");
            } else {
                asc.buildUploads().delete(each.id()).execute();
                notices.accept("An unfinished upload of " + slot.name() + ", buildUploads " + each.id()
                        + ", was deleted; it held no build.");
            }
        }
    }

    /** If the response is lost, the upload that was created is found. */
    private BuildUpload create() {
        Set<String> before = slot.uploads().stream().map(BuildUpload::id).collect(Collectors.toSet());
        AppPackage content = slot.content();
        try {
            return asc.buildUploads()
                    .create(b -> b.app(slot.app())
                            .platform(content.platform())
                            .cfBundleShortVersionString(content.version())
                            .cfBundleVersion(content.buildNumber()))
                    .execute();
        } catch (ServerException | ConnectionException e) {
            return slot.uploads().stream()
                    .filter(each -> !before.contains(each.id())
                            && BuildUploadState.AWAITING_UPLOAD.equals(BuildSlot.state(each)))
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }
}
