package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.apps.AppEncryptionDeclarationDocumentsApi;
import io.github.ascjava.client.api.apps.RoutingAppCoveragesApi;
import io.github.ascjava.client.api.appstore.AppEventScreenshotsApi;
import io.github.ascjava.client.api.appstore.AppEventVideoClipsApi;
import io.github.ascjava.client.api.appstore.AppPreviewsApi;
import io.github.ascjava.client.api.appstore.AppScreenshotsApi;
import io.github.ascjava.client.api.appstore.AppStoreReviewAttachmentsApi;
import io.github.ascjava.client.model.apps.AppEncryptionDeclarationDocument;
import io.github.ascjava.client.model.apps.RoutingAppCoverage;
import io.github.ascjava.client.model.appstore.AppEventAssetType;
import io.github.ascjava.client.model.appstore.AppEventScreenshot;
import io.github.ascjava.client.model.appstore.AppEventVideoClip;
import io.github.ascjava.client.model.appstore.AppEventVideoClipCreate;
import io.github.ascjava.client.model.appstore.AppPreview;
import io.github.ascjava.client.model.appstore.AppPreviewCreate;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.AppStoreReviewAttachment;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Uploads files of product pages, in-app events and App Review.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class AppStoreUploads {

    /** More than any set holds. */
    private static final int PAGE = 50;

    private final AppStoreConnect asc;
    private final Uploader uploader;

    AppStoreUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads a screenshot of a product page.
     *
     * @param appScreenshotSetId ID of the set, which belongs to one localization and display type and holds up to ten
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppScreenshot screenshot(String appScreenshotSetId, Path file) {
        AppScreenshotsApi api = asc.appScreenshots();
        return uploader.upload(
                file,
                UploadTarget.<AppScreenshot>of(
                                ScreenshotSets.TYPE,
                                appScreenshotSetId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).appScreenshotSet(appScreenshotSetId)))
                        .delete(api::delete)
                        .siblings(() ->
                                asc.appScreenshotSets().listAppScreenshots(appScreenshotSetId, q -> q.limit(PAGE)))
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an app preview, with the frame at five seconds as its poster.
     *
     * @param appPreviewSetId ID of the set, which belongs to one localization and preview type
     * @param file a video with the extension .mov, .m4v or .mp4
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppPreview preview(String appPreviewSetId, Path file) {
        return preview(appPreviewSetId, file, "");
    }

    /**
     * Uploads an app preview.
     *
     * @param appPreviewSetId ID of the set, which belongs to one localization and preview type
     * @param file a video with the extension .mov, .m4v or .mp4
     * @param previewFrameTimeCode the frame that is shown as the poster, such as {@code 00:00:05:00}: hours, minutes, seconds
     *     and frames; empty for Apple's default, which is five seconds
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppPreview preview(String appPreviewSetId, Path file, String previewFrameTimeCode) {
        AppPreviewsApi api = asc.appPreviews();
        Consumer<AppPreviewCreate.Builder> video = b -> {
            b.appPreviewSet(appPreviewSetId).mimeType(VideoType.of(file));
            if (!previewFrameTimeCode.isEmpty()) {
                b.previewFrameTimeCode(previewFrameTimeCode);
            }
        };
        return uploader.upload(
                file,
                UploadTarget.<AppPreview>of(
                                PreviewSets.TYPE,
                                appPreviewSetId,
                                (fileName, size) -> api.create(
                                        b -> video.accept(b.fileName(fileName).fileSize(size))))
                        .delete(api::delete)
                        .siblings(() -> asc.appPreviewSets().listAppPreviews(appPreviewSetId, q -> q.limit(PAGE)))
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(
                                        sent.uploadOperations(),
                                        sent.assetDeliveryState(),
                                        sent.videoDeliveryState())));
    }

    /**
     * Uploads an image of an in-app event.
     *
     * @param appEventLocalizationId ID of the event's localization
     * @param assetType where the image is shown
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppEventScreenshot eventScreenshot(String appEventLocalizationId, AppEventAssetType assetType, Path file) {
        AppEventScreenshotsApi api = asc.appEventScreenshots();
        return uploader.upload(
                file,
                UploadTarget.<AppEventScreenshot>of(
                                "appEventScreenshots",
                                appEventLocalizationId + "/" + assetType.value(),
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .appEventLocalization(appEventLocalizationId)
                                        .appEventAssetType(assetType)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads a video of an in-app event, with Apple's default frame as its poster.
     *
     * @param appEventLocalizationId ID of the event's localization
     * @param assetType where the video is shown
     * @param file a video
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppEventVideoClip eventVideoClip(String appEventLocalizationId, AppEventAssetType assetType, Path file) {
        return eventVideoClip(appEventLocalizationId, assetType, file, "");
    }

    /**
     * Uploads a video of an in-app event.
     *
     * @param appEventLocalizationId ID of the event's localization
     * @param assetType where the video is shown
     * @param file a video
     * @param previewFrameTimeCode the frame that is shown as the poster, such as {@code 00:00:05:00}; empty for Apple's default
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppEventVideoClip eventVideoClip(
            String appEventLocalizationId, AppEventAssetType assetType, Path file, String previewFrameTimeCode) {
        AppEventVideoClipsApi api = asc.appEventVideoClips();
        Consumer<AppEventVideoClipCreate.Builder> video = b -> {
            b.appEventLocalization(appEventLocalizationId).appEventAssetType(assetType);
            if (!previewFrameTimeCode.isEmpty()) {
                b.previewFrameTimeCode(previewFrameTimeCode);
            }
        };
        return uploader.upload(
                file,
                UploadTarget.<AppEventVideoClip>of(
                                "appEventVideoClips",
                                appEventLocalizationId + "/" + assetType.value(),
                                (fileName, size) -> api.create(
                                        b -> video.accept(b.fileName(fileName).fileSize(size))))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(
                                        sent.uploadOperations(),
                                        sent.assetDeliveryState(),
                                        sent.videoDeliveryState())));
    }

    /**
     * Uploads an attachment for App Review.
     *
     * @param appStoreReviewDetailId ID of the version's review details
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppStoreReviewAttachment reviewAttachment(String appStoreReviewDetailId, Path file) {
        AppStoreReviewAttachmentsApi api = asc.appStoreReviewAttachments();
        return uploader.upload(
                file,
                UploadTarget.<AppStoreReviewAttachment>of(
                                "appStoreReviewAttachments",
                                appStoreReviewDetailId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .appStoreReviewDetail(appStoreReviewDetailId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the coverage file of a routing app, which says where it gives directions.
     *
     * @param appStoreVersionId ID of the version
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public RoutingAppCoverage routingAppCoverage(String appStoreVersionId, Path file) {
        RoutingAppCoveragesApi api = asc.routingAppCoverages();
        return uploader.upload(
                file,
                UploadTarget.<RoutingAppCoverage>of(
                                "routingAppCoverages",
                                appStoreVersionId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).appStoreVersion(appStoreVersionId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads a document about the encryption that an app uses. The API cannot delete it.
     *
     * @param appEncryptionDeclarationId ID of the declaration
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppEncryptionDeclarationDocument encryptionDocument(String appEncryptionDeclarationId, Path file) {
        AppEncryptionDeclarationDocumentsApi api = asc.appEncryptionDeclarationDocuments();
        return uploader.upload(
                file,
                UploadTarget.<AppEncryptionDeclarationDocument>of(
                                "appEncryptionDeclarationDocuments",
                                appEncryptionDeclarationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .appEncryptionDeclaration(appEncryptionDeclarationId)))
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }
}
