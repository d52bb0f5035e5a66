package io.github.ascjava.client.internal;

import io.github.ascjava.client.internal.NaturalKey.Conflict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The natural keys of the resources that can be created at most once.
 *
 * <p>Types whose duplicates Apple accepts, or is not known to reject, are left out: an existing one may be another's.
 * The errors are those that the live service was seen to respond with (docs/live-service.md#duplicates-have-many-errors).
 */
final class NaturalKeys {

    private static final Conflict DUPLICATE = new Conflict("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE", "");
    private static final Conflict RELATED = new Conflict("ENTITY_ERROR.RELATIONSHIP.INVALID", "already exists");
    private static final Conflict SAME_LOCALE =
            new Conflict("ENTITY_ERROR.ATTRIBUTE.INVALID", "There is an entity with same 'locale'");
    private static final Conflict SET_EXISTS = new Conflict("STATE_ERROR", "Set Already Exists");
    private static final Conflict TESTER_EXISTS = new Conflict("STATE_ERROR", "Tester(s) cannot be assigned");
    private static final Conflict OTHER_SUBMISSION =
            new Conflict("STATE_ERROR", "There is another reviewSubmissions with id");
    private static final Conflict ITEM_ADDED =
            new Conflict("STATE_ERROR", "was already added to another reviewSubmission with id {reviewSubmission}");
    private static final Conflict IDENTIFIER_TAKEN =
            new Conflict("ENTITY_ERROR.ATTRIBUTE.INVALID", "An App ID with Identifier");
    private static final Conflict DEVICE_EXISTS = new Conflict("ENTITY_ERROR", "already exists on this team");

    /** A sent relationship names the list; filters of Apple's may match more, so all values are compared again. */
    static final List<NaturalKey> ALL = List.of(
            key(
                            "v1/appStoreVersions",
                            "v1/apps/{app}/appStoreVersions?limit=200&filter[platform]={platform}",
                            List.of("platform", "versionString"),
                            DUPLICATE)
                    .comparing("build"),
            texts(
                    "v1/appStoreVersionLocalizations",
                    "v1/appStoreVersions/{appStoreVersion}/appStoreVersionLocalizations"),
            texts("v1/appInfoLocalizations", "v1/appInfos/{appInfo}/appInfoLocalizations"),
            texts("v1/appEventLocalizations", "v1/appEvents/{appEvent}/localizations"),
            texts(
                    "v1/appCustomProductPageLocalizations",
                    "v1/appCustomProductPageVersions/{appCustomProductPageVersion}/appCustomProductPageLocalizations"),
            texts(
                    "v1/appStoreVersionExperimentTreatmentLocalizations",
                    "v1/appStoreVersionExperimentTreatments/{appStoreVersionExperimentTreatment}"
                            + "/appStoreVersionExperimentTreatmentLocalizations"),
            texts("v1/subscriptionLocalizations", "v1/subscriptions/{subscription}/subscriptionLocalizations"),
            texts("v2/subscriptionLocalizations", "v1/subscriptionVersions/{version}/localizations"),
            texts(
                    "v1/subscriptionGroupLocalizations",
                    "v1/subscriptionGroups/{subscriptionGroup}/subscriptionGroupLocalizations"),
            texts("v2/subscriptionGroupLocalizations", "v1/subscriptionGroupVersions/{version}/localizations"),
            texts("v1/inAppPurchaseLocalizations", "v2/inAppPurchases/{inAppPurchaseV2}/inAppPurchaseLocalizations"),
            texts("v2/inAppPurchaseLocalizations", "v1/inAppPurchaseVersions/{version}/localizations"),
            texts("v1/betaAppLocalizations", "v1/apps/{app}/betaAppLocalizations"),
            texts("v1/betaBuildLocalizations", "v1/builds/{build}/betaBuildLocalizations"),
            set("appScreenshotSets", "screenshotDisplayType", "appStoreVersionLocalization"),
            set("appScreenshotSets", "screenshotDisplayType", "appCustomProductPageLocalization"),
            set("appScreenshotSets", "screenshotDisplayType", "appStoreVersionExperimentTreatmentLocalization"),
            set("appPreviewSets", "previewType", "appStoreVersionLocalization"),
            set("appPreviewSets", "previewType", "appCustomProductPageLocalization"),
            set("appPreviewSets", "previewType", "appStoreVersionExperimentTreatmentLocalization"),
            key(
                    "v1/appStoreReviewDetails",
                    "v1/appStoreVersions/{appStoreVersion}/appStoreReviewDetail",
                    List.of(),
                    RELATED),
            key(
                    "v1/appStoreVersionPhasedReleases",
                    "v1/appStoreVersions/{appStoreVersion}/appStoreVersionPhasedRelease",
                    List.of(),
                    RELATED),
            // One that is being canceled or completed takes no items
            // (docs/live-service.md#one-review-submission-at-a-time).
            key(
                            "v1/reviewSubmissions",
                            "v1/reviewSubmissions?limit=200&filter[app]={app}&filter[platform]={platform}"
                                    + "&filter[state]=READY_FOR_REVIEW,WAITING_FOR_REVIEW,IN_REVIEW,UNRESOLVED_ISSUES",
                            List.of("platform"),
                            OTHER_SUBMISSION)
                    .unless("CANCELING", "COMPLETING", "COMPLETE"),
            key(
                            "v1/reviewSubmissionItems",
                            "v1/reviewSubmissions/{reviewSubmission}/items?limit=200",
                            List.of(),
                            ITEM_ADDED)
                    .distinguishedBy(
                            "appStoreVersion",
                            "appCustomProductPageVersion",
                            "appStoreVersionExperiment",
                            "appStoreVersionExperimentV2",
                            "appEvent",
                            "backgroundAssetVersion",
                            "gameCenterAchievementVersion",
                            "gameCenterActivityVersion",
                            "gameCenterChallengeVersion",
                            "gameCenterLeaderboardSetVersion",
                            "gameCenterLeaderboardVersion",
                            "inAppPurchaseVersion",
                            "subscriptionVersion",
                            "subscriptionGroupVersion",
                            "appAssetLibraryImage",
                            "appAssetLibraryVideo")
                    .unless("REMOVED"),
            key(
                            "v1/betaTesters",
                            "v1/betaTesters?limit=200&filter[email]={email}&limit[betaGroups]=50&limit[builds]=50",
                            List.of("email"),
                            TESTER_EXISTS)
                    .comparing("betaGroups", "builds"),
            key(
                    "v1/bundleIds",
                    "v1/bundleIds?limit=200&filter[identifier]={identifier}",
                    List.of("identifier"),
                    IDENTIFIER_TAKEN),
            // Creating one again is no error (docs/live-service.md#capability-creation-is-idempotent).
            key(
                    "v1/bundleIdCapabilities",
                    "v1/bundleIds/{bundleId}/bundleIdCapabilities?limit=200",
                    List.of("capabilityType")),
            key("v1/devices", "v1/devices?limit=200&filter[udid]={udid}", List.of("udid"), DEVICE_EXISTS));

    private NaturalKeys() {}

    /** Returns the keys of the resources that a URL creates; empty if none is known. */
    static List<NaturalKey> of(HttpUrl url) {
        return ALL.stream()
                .filter(key -> url.encodedPath().endsWith("/" + key.collection()))
                .toList();
    }

    /** Returns the collections of all keys, for a message. */
    static String collections() {
        return ALL.stream()
                .map(key -> key.collection().substring(key.collection().indexOf('/') + 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Texts in a language, one for each locale of their parent. */
    private static NaturalKey texts(String collection, String list) {
        return key(collection, list + "?limit=200", List.of("locale"), DUPLICATE, SAME_LOCALE);
    }

    private static NaturalKey set(String type, String attribute, String parent) {
        return key(
                "v1/" + type,
                "v1/" + parent + "s/{" + parent + "}/" + type + "?limit=200",
                List.of(attribute),
                SET_EXISTS);
    }

    private static NaturalKey key(String collection, String list, List<String> attributes, Conflict... conflicts) {
        return new NaturalKey(collection, list, attributes, List.of(), List.of(), Set.of(), List.of(conflicts));
    }
}
