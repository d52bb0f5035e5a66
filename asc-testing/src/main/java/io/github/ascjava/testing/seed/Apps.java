package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.engine.StoredResource;
import java.util.List;
import java.util.Map;

/** Apps with what stands in the App Store about them. */
final class Apps {

    private static final String LIVE = "READY_FOR_DISTRIBUTION";
    private static final String DRAFT = "PREPARE_FOR_SUBMISSION";
    private static final Map<String, String> OLD_NAMES = Map.of(LIVE, "READY_FOR_SALE");
    private static final int DAYS_BETWEEN_VERSIONS = 38;
    private static final int SCREENSHOTS = 3;

    private final Planter planter;

    Apps(Planter planter) {
        this.planter = planter;
    }

    /**
     * Adds an app.
     *
     * @param newest the state of its newest version
     */
    StoredResource plant(AppSeed seed, String newest) {
        StoredResource app = planter.add(
                "apps",
                seed.id(),
                "name",
                seed.name(),
                "bundleId",
                seed.bundleId(),
                "sku",
                seed.sku(),
                "primaryLocale",
                seed.texts().get(0).locale(),
                "isOrEverWasMadeForKids",
                false,
                "contentRightsDeclaration",
                "DOES_NOT_USE_THIRD_PARTY_CONTENT",
                "subscriptionStatusUrl",
                null,
                "subscriptionStatusUrlVersion",
                null,
                "subscriptionStatusUrlForSandbox",
                null,
                "subscriptionStatusUrlVersionForSandbox",
                null,
                "streamlinedPurchasingEnabled",
                true);
        boolean released = seed.versions().size() > 1;
        if (released) {
            info(app, seed, LIVE);
        }
        if (!newest.equals(LIVE)) {
            info(app, seed, DRAFT);
        }
        int last = seed.versions().size() - 1;
        int lastLive = newest.equals(LIVE) ? last : last - 1;
        for (int i = 0; i <= last; i++) {
            String state = i == last ? newest : i == lastLive ? LIVE : "REPLACED_WITH_NEW_VERSION";
            version(app, seed, i, state);
        }
        return app;
    }

    private void info(StoredResource app, AppSeed seed, String state) {
        StoredResource info = planter.addTo(
                app,
                "appInfos",
                "appInfos",
                "state",
                state,
                "appStoreState",
                OLD_NAMES.getOrDefault(state, state),
                "appStoreAgeRating",
                "FOUR_PLUS",
                "brazilAgeRating",
                "L",
                "brazilAgeRatingV2",
                "SELF_RATED_L",
                "koreaAgeRating",
                "ALL",
                "kidsAgeBand",
                null);
        planter.store().link(info, "primaryCategory", planter.store().get("appCategories", seed.category()));
        planter.store().link(info, "secondaryCategory", planter.store().get("appCategories", "UTILITIES"));
        planter.addTo(
                info,
                "ageRatingDeclaration",
                "ageRatingDeclarations",
                "advertising",
                false,
                "alcoholTobaccoOrDrugUseOrReferences",
                "NONE",
                "contests",
                "NONE",
                "gambling",
                false,
                "gamblingSimulated",
                "NONE",
                "kidsAgeBand",
                null,
                "lootBox",
                false,
                "messagingAndChat",
                false,
                "profanityOrCrudeHumor",
                "NONE",
                "unrestrictedWebAccess",
                false,
                "userGeneratedContent",
                false,
                "violenceRealistic",
                "NONE",
                "ageRatingOverrideV2",
                "NONE",
                "koreaAgeRatingOverride",
                "NONE");
        for (AppSeed.Text text : seed.texts()) {
            planter.addTo(
                    info,
                    "appInfoLocalizations",
                    "appInfoLocalizations",
                    "locale",
                    text.locale(),
                    "name",
                    text.name(),
                    "subtitle",
                    text.subtitle(),
                    "privacyPolicyUrl",
                    "https://example.com/privacy",
                    "privacyChoicesUrl",
                    null,
                    "privacyPolicyText",
                    null);
        }
    }

    private void version(StoredResource app, AppSeed seed, int index, String state) {
        int age = (seed.versions().size() - index) * DAYS_BETWEEN_VERSIONS - 30;
        StoredResource version = planter.addTo(
                app,
                "appStoreVersions",
                "appStoreVersions",
                "platform",
                "IOS",
                "versionString",
                seed.versions().get(index),
                "appStoreState",
                OLD_NAMES.getOrDefault(state, state),
                "appVersionState",
                state,
                "copyright",
                index == 0 ? null : "2026 Example Coffee Labs",
                "reviewType",
                "APP_STORE",
                "releaseType",
                state.equals("PENDING_DEVELOPER_RELEASE") ? "MANUAL" : "AFTER_APPROVAL",
                "earliestReleaseDate",
                null,
                "usesIdfa",
                null,
                "createdDate",
                Dates.pacific(planter.daysAgo(age)));
        boolean isNewest = index == seed.versions().size() - 1;
        boolean isLive = state.equals(LIVE);
        if (isLive) {
            version.attributes().put("downloadable", true);
        }
        for (AppSeed.Text text : seed.texts()) {
            StoredResource localization = localization(version, text, isNewest && state.equals(DRAFT));
            if (isLive || isNewest) {
                screenshots(localization);
            }
        }
        planter.addTo(version, "appStoreReviewDetail", "appStoreReviewDetails", ReviewContact.attributes());
    }

    private StoredResource localization(StoredResource version, AppSeed.Text text, boolean draft) {
        return planter.addTo(
                version,
                "appStoreVersionLocalizations",
                "appStoreVersionLocalizations",
                "locale",
                text.locale(),
                "description",
                text.description(),
                "keywords",
                text.keywords(),
                "marketingUrl",
                "https://example.com",
                "promotionalText",
                null,
                "supportUrl",
                "https://example.com/support",
                "whatsNew",
                draft || text.news().isEmpty() ? null : text.news());
    }

    private void screenshots(StoredResource localization) {
        StoredResource set = planter.addTo(
                localization, "appScreenshotSets", "appScreenshotSets", "screenshotDisplayType", "APP_IPHONE_67");
        for (int i = 1; i <= SCREENSHOTS; i++) {
            String token = planter.uuid();
            planter.addTo(
                    set,
                    "appScreenshots",
                    "appScreenshots",
                    "fileSize",
                    400_000 + planter.below(900_000),
                    "fileName",
                    "screenshot-" + i + ".png",
                    "sourceFileChecksum",
                    token.replace("-", ""),
                    "imageAsset",
                    Map.of(
                            "templateUrl", "https://is1-ssl.mzstatic.com/image/thumb/" + token + "/{w}x{h}bb.{f}",
                            "width", 1290,
                            "height", 2796),
                    "assetToken",
                    "PurpleSource/v4/" + token,
                    "assetType",
                    "SCREENSHOT",
                    "uploadOperations",
                    null,
                    "assetDeliveryState",
                    Map.of("state", "COMPLETE", "errors", List.of(), "warnings", List.of()));
        }
    }
}
