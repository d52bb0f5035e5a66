package io.github.ascjava.testing.internal.engine;

/**
 * Where the live service is known to differ from Apple's document; {@code docs/live-service.md} names each constant in the
 * entry about it. A {@link SandboxState} has all of them by default.
 *
 * <p>Differences that need no switch are not listed: requests that the service rejects and the document does not offer
 * either, such as {@code sort} on the builds of an app, and the empty list for a filter by an unknown ID.
 */
public enum Deviation {
    /** A bundle ID created for IOS has the platform UNIVERSAL. */
    IOS_BUNDLE_ID_BECOMES_UNIVERSAL,
    /** Attributes that were never set or were cleared are null, not absent. */
    UNSET_ATTRIBUTES_ARE_NULL,
    /** An included to-one relationship without a target has {@code data: null}. */
    INCLUDED_TO_ONE_ABSENT_IS_NULL,
    /** An update clears a to-one relationship with {@code data: null}. */
    NULL_CLEARS_TO_ONE,
    /** Dates of certificates, devices and profiles have an offset without a colon. */
    OFFSETS_WITHOUT_COLON,
    /** In power metrics, {@code referenceVersions} of an insight is an array. */
    REFERENCE_VERSIONS_ARE_LIST,
    /** In power metrics, {@code percentageBreakdown} is an array. */
    PERCENTAGE_BREAKDOWN_IS_LIST,
    /** Included relationships of provisioning resources have the limit 2147483647 and the total 0. */
    INCLUDED_PAGING_IS_NONSENSE,
    /** Pages of builds after the first have no {@code total}. */
    LATER_BUILD_PAGES_HAVE_NO_TOTAL,
    /** Certificates of a pass type ID reject {@code include=passTypeId} and {@code fields[passTypeIds]}. */
    PASS_TYPE_ID_IS_NOT_INCLUDED,
    /** Three usage metrics accept {@code limit} only with groups or a filter. */
    USAGE_METRICS_LIMIT_NEEDS_GROUPS,
    /** Lists of build beta details need {@code filter[build]} or {@code filter[id]}. */
    BUILD_BETA_DETAILS_NEED_FILTER,
    /** Lists of an app's search keywords need {@code filter[locale]}. */
    SEARCH_KEYWORDS_NEED_LOCALE,
    /** Sales reports about subscriptions need {@code filter[version]}. */
    SUBSCRIPTION_REPORTS_NEED_VERSION,
    /** Sales reports without rows, other than the summary of sales, are a 400 that blames the vendor number, not a 404. */
    EMPTY_SUBSCRIPTION_REPORTS_BLAME_VENDOR,
    /** Beta testers are filtered by one relationship at a time. */
    BETA_TESTERS_TAKE_ONE_FILTER,
    /** {@code filter[locale]} of beta app localizations ignores case. */
    BETA_LOCALES_IGNORE_CASE,
    /** Reading a to-one relationship without a target returns {@code data: null}, not 404. */
    TO_ONE_ABSENT_IS_NULL,
    /** Reading an availability that was never configured is a 404 all the same. */
    UNCONFIGURED_AVAILABILITY_IS_NOT_FOUND,
    /** The price schedule of an app that was never priced is made up, and its prices are a 404. */
    UNCONFIGURED_PRICE_SCHEDULE_IS_SYNTHETIC,
    /** Enabling an enabled capability returns 201, not 409. */
    ENABLED_CAPABILITY_IS_CREATED_AGAIN,
    /** The list of profiles omits those that have expired. */
    EXPIRED_PROFILES_ARE_UNLISTED,
    /** Texts for testers reject emoji and {@code <}. */
    TESTER_TEXTS_ARE_PLAIN,
    /** An included resource has the version that its relationship leads to. Assumed, not observed. */
    INCLUDED_VERSION,
    /** Certificates cannot be filtered by the type DEVELOPER_ID_APPLICATION_G2. */
    DEVELOPER_ID_G2_IS_NO_FILTER,
    /** Webhook deliveries need a creation date of the last ten days, and reject {@code filter[deliveryState]}. */
    DELIVERIES_NEED_RECENT_DATE,
    /** Included relationships of provisioning resources are complete, whatever their limit. */
    PROVISIONING_INCLUDES_ALL,
    /** Bundle IDs with the platform UNIVERSAL match a filter by any platform. */
    UNIVERSAL_MATCHES_EVERY_PLATFORM,
    /** Screenshot sets of a localization are not filtered by their display type. */
    SCREENSHOT_TYPE_FILTER_IS_IGNORED,
    /** Versions of an app are listed with the newest first. */
    VERSIONS_COME_NEWEST_FIRST,
    /** Some creations need members that the document calls optional, and reject others that it has. */
    CREATIONS_DIFFER,
    /** Later pages of an app's builds begin with the last build of the page before, in place of their own first one. */
    BUILDS_OF_AN_APP_REPEAT,
    /**
     * A version can be submitted for review only some seconds after it was added to a submission, and the first version
     * of a platform must not have release notes.
     */
    READINESS_FOR_REVIEW_IS_STRICT,
    /** Screenshots and previews are checked after their commit, and fail with Apple's codes. */
    COMMITTED_FILES_ARE_CHECKED
}
