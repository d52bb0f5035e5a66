package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.backgroundassets.BackgroundAssetUploadFilesApi;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFile;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFileAssetType;
import java.nio.file.Path;

/**
 * Uploads files of Apple-hosted asset packs.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class BackgroundAssetUploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    BackgroundAssetUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads a file of a version of an asset pack. The API cannot delete it.
     *
     * @param backgroundAssetVersionId ID of the version
     * @param assetType whether the file is the archive or its manifest
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public BackgroundAssetUploadFile file(
            String backgroundAssetVersionId, BackgroundAssetUploadFileAssetType assetType, Path file) {
        BackgroundAssetUploadFilesApi api = asc.backgroundAssetUploadFiles();
        return uploader.upload(
                file,
                UploadTarget.<BackgroundAssetUploadFile>of(
                                "backgroundAssetUploadFiles",
                                backgroundAssetVersionId + "/" + assetType.value(),
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .assetType(assetType)
                                        .backgroundAssetVersion(backgroundAssetVersionId)))
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksums(Md5.checksums(md5))),
                                sent -> FileStatus.ofDelivery(sent.uploadOperations(), sent.assetDeliveryState())));
    }
}
