package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appclips.AppClipAdvancedExperienceImagesApi;
import io.github.ascjava.client.api.appclips.AppClipHeaderImagesApi;
import io.github.ascjava.client.model.appclips.AppClipAdvancedExperienceImage;
import io.github.ascjava.client.model.appclips.AppClipHeaderImage;
import java.nio.file.Path;

/**
 * Uploads images of App Clips.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class AppClipUploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    AppClipUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads an image of an App Clip card.
     *
     * @param appClipDefaultExperienceLocalizationId ID of the localization of the default experience
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppClipHeaderImage headerImage(String appClipDefaultExperienceLocalizationId, Path file) {
        AppClipHeaderImagesApi api = asc.appClipHeaderImages();
        return uploader.upload(
                file,
                UploadTarget.<AppClipHeaderImage>of(
                                "appClipHeaderImages",
                                appClipDefaultExperienceLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .appClipDefaultExperienceLocalization(appClipDefaultExperienceLocalizationId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of an advanced App Clip experience, which is created with the ID of the image. The API cannot delete it.
     *
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppClipAdvancedExperienceImage advancedExperienceImage(Path file) {
        AppClipAdvancedExperienceImagesApi api = asc.appClipAdvancedExperienceImages();
        return uploader.upload(
                file,
                UploadTarget.<AppClipAdvancedExperienceImage>of(
                                "appClipAdvancedExperienceImages",
                                "",
                                (fileName, size) ->
                                        api.create(b -> b.fileName(fileName).fileSize(size)))
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }
}
