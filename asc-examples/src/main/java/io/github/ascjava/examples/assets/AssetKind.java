package io.github.ascjava.examples.assets;

import static io.github.ascjava.client.model.appstore.AppAssetLibraryAssetCategory.APP_SCREENSHOTS_AND_PREVIEWS;
import static io.github.ascjava.client.model.appstore.AppAssetLibraryAssetCategory.CREATIVE_ASSETS;
import static io.github.ascjava.client.model.appstore.AppEventAssetType.EVENT_CARD;
import static io.github.ascjava.client.model.appstore.AppEventAssetType.EVENT_DETAILS_PAGE;
import static io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFileAssetType.ASSET;
import static io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFileAssetType.MANIFEST;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.uploads.Uploads;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** What can be uploaded with {@code asc assets upload}, and to where. */
enum AssetKind {
    SCREENSHOT((u, id, file) -> u.appStore().screenshot(id, file)),
    PREVIEW((u, id, file) -> u.appStore().preview(id, file)),
    REVIEW_ATTACHMENT((u, id, file) -> u.appStore().reviewAttachment(id, file)),
    ROUTING_COVERAGE((u, id, file) -> u.appStore().routingAppCoverage(id, file)),
    ENCRYPTION_DOCUMENT((u, id, file) -> u.appStore().encryptionDocument(id, file)),
    EVENT_CARD_IMAGE((u, id, file) -> u.appStore().eventScreenshot(id, EVENT_CARD, file)),
    EVENT_CARD_VIDEO((u, id, file) -> u.appStore().eventVideoClip(id, EVENT_CARD, file)),
    EVENT_PAGE_IMAGE((u, id, file) -> u.appStore().eventScreenshot(id, EVENT_DETAILS_PAGE, file)),
    EVENT_PAGE_VIDEO((u, id, file) -> u.appStore().eventVideoClip(id, EVENT_DETAILS_PAGE, file)),
    APP_CLIP_HEADER((u, id, file) -> u.appClips().headerImage(id, file)),
    APP_CLIP_ADVANCED((u, id, file) -> u.appClips().advancedExperienceImage(file)),
    LIBRARY_SCREENSHOT((u, id, file) -> u.assetLibrary().image(id, APP_SCREENSHOTS_AND_PREVIEWS, file)),
    LIBRARY_PREVIEW((u, id, file) -> u.assetLibrary().video(id, APP_SCREENSHOTS_AND_PREVIEWS, file)),
    LIBRARY_IMAGE((u, id, file) -> u.assetLibrary().image(id, CREATIVE_ASSETS, file)),
    LIBRARY_VIDEO((u, id, file) -> u.assetLibrary().video(id, CREATIVE_ASSETS, file)),
    BACKGROUND_ASSET((u, id, file) -> u.backgroundAssets().file(id, ASSET, file)),
    BACKGROUND_MANIFEST((u, id, file) -> u.backgroundAssets().file(id, MANIFEST, file)),
    ACHIEVEMENT_IMAGE((u, id, file) -> u.gameCenter().achievementImageV2(id, file)),
    LEADERBOARD_IMAGE((u, id, file) -> u.gameCenter().leaderboardImageV2(id, file)),
    LEADERBOARD_SET_IMAGE((u, id, file) -> u.gameCenter().leaderboardSetImageV2(id, file)),
    ACTIVITY_IMAGE((u, id, file) -> u.gameCenter().activityImage(id, file)),
    ACTIVITY_VERSION_IMAGE((u, id, file) -> u.gameCenter().activityVersionImage(id, file)),
    CHALLENGE_IMAGE((u, id, file) -> u.gameCenter().challengeImage(id, file)),
    CHALLENGE_VERSION_IMAGE((u, id, file) -> u.gameCenter().challengeVersionImage(id, file)),
    PURCHASE_IMAGE((u, id, file) -> u.purchases().inAppPurchaseImage(id, file)),
    PURCHASE_VERSION_IMAGE((u, id, file) -> u.purchases().inAppPurchaseImageV2(id, file)),
    PURCHASE_REVIEW_SCREENSHOT((u, id, file) -> u.purchases().inAppPurchaseReviewScreenshot(id, file)),
    SUBSCRIPTION_IMAGE((u, id, file) -> u.purchases().subscriptionImage(id, file)),
    SUBSCRIPTION_VERSION_IMAGE((u, id, file) -> u.purchases().subscriptionImageV2(id, file)),
    SUBSCRIPTION_REVIEW_SCREENSHOT((u, id, file) -> u.purchases().subscriptionReviewScreenshot(id, file));

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final Upload upload;

    AssetKind(Upload upload) {
        this.upload = upload;
    }

    /** Uploads a file to a parent. */
    @FunctionalInterface
    private interface Upload {

        Resource run(Uploads uploads, String parentId, Path file);
    }

    Resource upload(Uploads uploads, String parentId, Path file) {
        return upload.run(uploads, parentId, file);
    }

    /** Finds a kind by its name, such as {@code event-card-image}. */
    static Optional<AssetKind> find(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names, for help and completion. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(AssetKind::toString).iterator();
        }
    }
}
