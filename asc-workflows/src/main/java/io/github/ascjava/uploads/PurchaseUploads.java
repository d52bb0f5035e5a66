package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.purchases.InAppPurchaseAppStoreReviewScreenshotsApi;
import io.github.ascjava.client.api.purchases.InAppPurchaseImagesApi;
import io.github.ascjava.client.api.purchases.SubscriptionAppStoreReviewScreenshotsApi;
import io.github.ascjava.client.api.purchases.SubscriptionImagesApi;
import io.github.ascjava.client.model.purchases.InAppPurchaseAppStoreReviewScreenshot;
import io.github.ascjava.client.model.purchases.InAppPurchaseImage;
import io.github.ascjava.client.model.purchases.InAppPurchaseImageV2;
import io.github.ascjava.client.model.purchases.SubscriptionAppStoreReviewScreenshot;
import io.github.ascjava.client.model.purchases.SubscriptionImage;
import io.github.ascjava.client.model.purchases.SubscriptionImageV2;
import java.nio.file.Path;

/**
 * Uploads images and review screenshots of in-app purchases and subscriptions.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class PurchaseUploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    PurchaseUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads the screenshot of an in-app purchase for App Review.
     *
     * @param inAppPurchaseId ID of the in-app purchase
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public InAppPurchaseAppStoreReviewScreenshot inAppPurchaseReviewScreenshot(String inAppPurchaseId, Path file) {
        InAppPurchaseAppStoreReviewScreenshotsApi api = asc.inAppPurchaseAppStoreReviewScreenshots();
        return uploader.upload(
                file,
                UploadTarget.<InAppPurchaseAppStoreReviewScreenshot>of(
                                "inAppPurchaseAppStoreReviewScreenshots",
                                inAppPurchaseId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).inAppPurchaseV2(inAppPurchaseId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the image of an in-app purchase (version 1 of the resource).
     *
     * @param inAppPurchaseId ID of the in-app purchase
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public InAppPurchaseImage inAppPurchaseImage(String inAppPurchaseId, Path file) {
        InAppPurchaseImagesApi api = asc.inAppPurchaseImages();
        return uploader.upload(
                file,
                UploadTarget.<InAppPurchaseImage>of(
                                "inAppPurchaseImages",
                                inAppPurchaseId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).inAppPurchase(inAppPurchaseId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.state())));
    }

    /**
     * Uploads the image of a version of an in-app purchase (version 2 of the resource).
     *
     * @param inAppPurchaseVersionId ID of the version
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public InAppPurchaseImageV2 inAppPurchaseImageV2(String inAppPurchaseVersionId, Path file) {
        InAppPurchaseImagesApi api = asc.inAppPurchaseImages();
        return uploader.upload(
                file,
                UploadTarget.<InAppPurchaseImageV2>of(
                                "inAppPurchaseImages",
                                "v2/" + inAppPurchaseVersionId,
                                (fileName, size) -> api.createV2(
                                        b -> b.fileName(fileName).fileSize(size).version(inAppPurchaseVersionId)))
                        .delete(api::deleteV2)
                        .committed(
                                api::getV2,
                                id -> api.updateV2(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the screenshot of a subscription for App Review.
     *
     * @param subscriptionId ID of the subscription
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public SubscriptionAppStoreReviewScreenshot subscriptionReviewScreenshot(String subscriptionId, Path file) {
        SubscriptionAppStoreReviewScreenshotsApi api = asc.subscriptionAppStoreReviewScreenshots();
        return uploader.upload(
                file,
                UploadTarget.<SubscriptionAppStoreReviewScreenshot>of(
                                "subscriptionAppStoreReviewScreenshots",
                                subscriptionId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).subscription(subscriptionId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the image of a subscription (version 1 of the resource).
     *
     * @param subscriptionId ID of the subscription
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public SubscriptionImage subscriptionImage(String subscriptionId, Path file) {
        SubscriptionImagesApi api = asc.subscriptionImages();
        return uploader.upload(
                file,
                UploadTarget.<SubscriptionImage>of(
                                "subscriptionImages",
                                subscriptionId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).subscription(subscriptionId)))
                        .delete(api::delete)
                        .committedWithMd5(
                                api::get,
                                (id, md5) ->
                                        api.update(id, b -> b.uploaded(true).sourceFileChecksum(md5)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.state())));
    }

    /**
     * Uploads the image of a version of a subscription (version 2 of the resource).
     *
     * @param subscriptionVersionId ID of the version
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public SubscriptionImageV2 subscriptionImageV2(String subscriptionVersionId, Path file) {
        SubscriptionImagesApi api = asc.subscriptionImages();
        return uploader.upload(
                file,
                UploadTarget.<SubscriptionImageV2>of(
                                "subscriptionImages",
                                "v2/" + subscriptionVersionId,
                                (fileName, size) -> api.createV2(
                                        b -> b.fileName(fileName).fileSize(size).version(subscriptionVersionId)))
                        .delete(api::deleteV2)
                        .committed(
                                api::getV2,
                                id -> api.updateV2(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }
}
