package io.github.ascjava.client.model.apps;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A field of an app, to be named in {@code fields[apps]}.
 *
 * @param value the value as Apple writes it
 */
public record AppField(String value) implements OpenEnum {

    public static final AppField ACCESSIBILITY_URL = new AppField("accessibilityUrl");
    public static final AppField NAME = new AppField("name");
    public static final AppField BUNDLE_ID = new AppField("bundleId");
    public static final AppField SKU = new AppField("sku");
    public static final AppField PRIMARY_LOCALE = new AppField("primaryLocale");
    public static final AppField IS_OR_EVER_WAS_MADE_FOR_KIDS = new AppField("isOrEverWasMadeForKids");
    public static final AppField SUBSCRIPTION_STATUS_URL = new AppField("subscriptionStatusUrl");
    public static final AppField SUBSCRIPTION_STATUS_URL_VERSION = new AppField("subscriptionStatusUrlVersion");
    public static final AppField SUBSCRIPTION_STATUS_URL_FOR_SANDBOX = new AppField("subscriptionStatusUrlForSandbox");
    public static final AppField SUBSCRIPTION_STATUS_URL_VERSION_FOR_SANDBOX =
            new AppField("subscriptionStatusUrlVersionForSandbox");
    public static final AppField CONTENT_RIGHTS_DECLARATION = new AppField("contentRightsDeclaration");
    public static final AppField STREAMLINED_PURCHASING_ENABLED = new AppField("streamlinedPurchasingEnabled");
    public static final AppField ACCESSIBILITY_DECLARATIONS = new AppField("accessibilityDeclarations");
    public static final AppField APP_ENCRYPTION_DECLARATIONS = new AppField("appEncryptionDeclarations");
    public static final AppField APP_STORE_ICON = new AppField("appStoreIcon");
    public static final AppField CI_PRODUCT = new AppField("ciProduct");
    public static final AppField BETA_TESTERS = new AppField("betaTesters");
    public static final AppField BETA_GROUPS = new AppField("betaGroups");
    public static final AppField APP_STORE_VERSIONS = new AppField("appStoreVersions");
    public static final AppField APP_TAGS = new AppField("appTags");
    public static final AppField PRE_RELEASE_VERSIONS = new AppField("preReleaseVersions");
    public static final AppField BETA_APP_LOCALIZATIONS = new AppField("betaAppLocalizations");
    public static final AppField BUILDS = new AppField("builds");
    public static final AppField BETA_LICENSE_AGREEMENT = new AppField("betaLicenseAgreement");
    public static final AppField BETA_APP_REVIEW_DETAIL = new AppField("betaAppReviewDetail");
    public static final AppField APP_INFOS = new AppField("appInfos");
    public static final AppField APP_CLIPS = new AppField("appClips");
    public static final AppField APP_PRICE_POINTS = new AppField("appPricePoints");
    public static final AppField END_USER_LICENSE_AGREEMENT = new AppField("endUserLicenseAgreement");
    public static final AppField APP_PRICE_SCHEDULE = new AppField("appPriceSchedule");
    public static final AppField APP_AVAILABILITY_V2 = new AppField("appAvailabilityV2");
    public static final AppField IN_APP_PURCHASES = new AppField("inAppPurchases");
    public static final AppField SUBSCRIPTION_GROUPS = new AppField("subscriptionGroups");
    public static final AppField GAME_CENTER_ENABLED_VERSIONS = new AppField("gameCenterEnabledVersions");
    public static final AppField PERF_POWER_METRICS = new AppField("perfPowerMetrics");
    public static final AppField APP_CUSTOM_PRODUCT_PAGES = new AppField("appCustomProductPages");
    public static final AppField IN_APP_PURCHASES_V2 = new AppField("inAppPurchasesV2");
    public static final AppField PROMOTED_PURCHASES = new AppField("promotedPurchases");
    public static final AppField APP_EVENTS = new AppField("appEvents");
    public static final AppField REVIEW_SUBMISSIONS = new AppField("reviewSubmissions");
    public static final AppField SUBSCRIPTION_GRACE_PERIOD = new AppField("subscriptionGracePeriod");
    public static final AppField CUSTOMER_REVIEWS = new AppField("customerReviews");
    public static final AppField CUSTOMER_REVIEW_SUMMARIZATIONS = new AppField("customerReviewSummarizations");
    public static final AppField GAME_CENTER_DETAIL = new AppField("gameCenterDetail");
    public static final AppField APP_STORE_VERSION_EXPERIMENTS_V2 = new AppField("appStoreVersionExperimentsV2");
    public static final AppField ALTERNATIVE_DISTRIBUTION_KEY = new AppField("alternativeDistributionKey");
    public static final AppField ANALYTICS_REPORT_REQUESTS = new AppField("analyticsReportRequests");
    public static final AppField MARKETPLACE_SEARCH_DETAIL = new AppField("marketplaceSearchDetail");
    public static final AppField BUILD_UPLOADS = new AppField("buildUploads");
    public static final AppField BACKGROUND_ASSETS = new AppField("backgroundAssets");
    public static final AppField BETA_FEEDBACK_SCREENSHOT_SUBMISSIONS =
            new AppField("betaFeedbackScreenshotSubmissions");
    public static final AppField BETA_FEEDBACK_CRASH_SUBMISSIONS = new AppField("betaFeedbackCrashSubmissions");
    public static final AppField SEARCH_KEYWORDS = new AppField("searchKeywords");
    public static final AppField WEBHOOKS = new AppField("webhooks");
    public static final AppField ANDROID_TO_IOS_APP_MAPPING_DETAILS = new AppField("androidToIosAppMappingDetails");

    /** Checks that there is a value. */
    public AppField {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a AppField, documented or not. */
    public static AppField of(String value) {
        return new AppField(value);
    }

    /** Returns the documented values. */
    public static List<AppField> known() {
        return List.of(
                ACCESSIBILITY_URL,
                NAME,
                BUNDLE_ID,
                SKU,
                PRIMARY_LOCALE,
                IS_OR_EVER_WAS_MADE_FOR_KIDS,
                SUBSCRIPTION_STATUS_URL,
                SUBSCRIPTION_STATUS_URL_VERSION,
                SUBSCRIPTION_STATUS_URL_FOR_SANDBOX,
                SUBSCRIPTION_STATUS_URL_VERSION_FOR_SANDBOX,
                CONTENT_RIGHTS_DECLARATION,
                STREAMLINED_PURCHASING_ENABLED,
                ACCESSIBILITY_DECLARATIONS,
                APP_ENCRYPTION_DECLARATIONS,
                APP_STORE_ICON,
                CI_PRODUCT,
                BETA_TESTERS,
                BETA_GROUPS,
                APP_STORE_VERSIONS,
                APP_TAGS,
                PRE_RELEASE_VERSIONS,
                BETA_APP_LOCALIZATIONS,
                BUILDS,
                BETA_LICENSE_AGREEMENT,
                BETA_APP_REVIEW_DETAIL,
                APP_INFOS,
                APP_CLIPS,
                APP_PRICE_POINTS,
                END_USER_LICENSE_AGREEMENT,
                APP_PRICE_SCHEDULE,
                APP_AVAILABILITY_V2,
                IN_APP_PURCHASES,
                SUBSCRIPTION_GROUPS,
                GAME_CENTER_ENABLED_VERSIONS,
                PERF_POWER_METRICS,
                APP_CUSTOM_PRODUCT_PAGES,
                IN_APP_PURCHASES_V2,
                PROMOTED_PURCHASES,
                APP_EVENTS,
                REVIEW_SUBMISSIONS,
                SUBSCRIPTION_GRACE_PERIOD,
                CUSTOMER_REVIEWS,
                CUSTOMER_REVIEW_SUMMARIZATIONS,
                GAME_CENTER_DETAIL,
                APP_STORE_VERSION_EXPERIMENTS_V2,
                ALTERNATIVE_DISTRIBUTION_KEY,
                ANALYTICS_REPORT_REQUESTS,
                MARKETPLACE_SEARCH_DETAIL,
                BUILD_UPLOADS,
                BACKGROUND_ASSETS,
                BETA_FEEDBACK_SCREENSHOT_SUBMISSIONS,
                BETA_FEEDBACK_CRASH_SUBMISSIONS,
                SEARCH_KEYWORDS,
                WEBHOOKS,
                ANDROID_TO_IOS_APP_MAPPING_DETAILS);
    }

    @Override
    public String toString() {
        return value;
    }
}
