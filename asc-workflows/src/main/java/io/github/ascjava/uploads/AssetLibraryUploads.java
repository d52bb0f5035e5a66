package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appstore.AppAssetLibraryImagesApi;
import io.github.ascjava.client.api.appstore.AppAssetLibraryVideosApi;
import io.github.ascjava.client.model.appstore.AppAssetLibraryAssetCategory;
import io.github.ascjava.client.model.appstore.AppAssetLibraryImage;
import io.github.ascjava.client.model.appstore.AppAssetLibraryVideo;
import java.nio.file.Path;

/**
 * Uploads images and videos of an App Asset Library.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssetLibraryUploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    AssetLibraryUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads an image to the library. It is finished when it can be submitted.
     *
     * @param appAssetLibraryId ID of the library, which is that of the app
     * @param category what the image is for
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppAssetLibraryImage image(String appAssetLibraryId, AppAssetLibraryAssetCategory category, Path file) {
        AppAssetLibraryImagesApi api = asc.appAssetLibraryImages();
        return uploader.upload(
                file,
                UploadTarget.<AppAssetLibraryImage>of(
                                "appAssetLibraryImages",
                                appAssetLibraryId + "/" + category.value(),
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .assetLibrary(appAssetLibraryId)
                                        .category(category)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.state(), sent.stateDetails())));
    }

    /**
     * Uploads a video to the library. It is finished when it can be submitted.
     *
     * @param appAssetLibraryId ID of the library, which is that of the app
     * @param category what the video is for
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public AppAssetLibraryVideo video(String appAssetLibraryId, AppAssetLibraryAssetCategory category, Path file) {
        AppAssetLibraryVideosApi api = asc.appAssetLibraryVideos();
        return uploader.upload(
                file,
                UploadTarget.<AppAssetLibraryVideo>of(
                                "appAssetLibraryVideos",
                                appAssetLibraryId + "/" + category.value(),
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .assetLibrary(appAssetLibraryId)
                                        .category(category)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.state(), sent.stateDetails())));
    }
}
