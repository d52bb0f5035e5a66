package io.github.ascjava.testing.internal.engine;

/**
 * Where the live service is known to differ from Apple's document; each constant names a reported source where there is a public
 * one. A {@link SandboxState} has all of them unless it is told otherwise.
 *
 * <p>What needs no switch is not listed: requests that the service rejects and the document does not offer either, such as
 * {@code sort} on the builds of an app, and the empty list that answers a filter by an unknown id.
 */
public enum Deviation {
    /** A bundle ID that is created with the platform IOS has the platform UNIVERSAL (codemagic-ci-cd/cli-tools#45). */
    IOS_BUNDLE_ID_BECOMES_UNIVERSAL,
    /** Attributes that were never set or were cleared are null, not absent, as in the example responses of Apple's pages. */
    UNSET_ATTRIBUTES_ARE_NULL,
    /** An included to-one relationship without a target holds {@code data: null} (codemagic-ci-cd/cli-tools#401). */
    INCLUDED_TO_ONE_ABSENT_IS_NULL,
    /** An update clears a to-one relationship with {@code data: null} (AvdLee/appstoreconnect-swift-sdk#310). */
    NULL_CLEARS_TO_ONE,
    /** Dates of certificates, devices and profiles have an offset without a colon (codemagic-ci-cd/cli-tools#465). */
    OFFSETS_WITHOUT_COLON,
    /** In power metrics, {@code referenceVersions} of an insight is an array (AvdLee/appstoreconnect-swift-sdk#256). */
    REFERENCE_VERSIONS_ARE_LIST,
    /** In power metrics, {@code percentageBreakdown} is an array (AvdLee/appstoreconnect-swift-sdk#256). */
    PERCENTAGE_BREAKDOWN_IS_LIST,
    /** Paging of included relationships of provisioning resources has the limit 2147483647 and the total 0. */
    INCLUDED_PAGING_IS_NONSENSE,
    /** Pages of builds after the first have no {@code total} (seen by users of rorkai/App-Store-Connect-CLI). */
    LATER_BUILD_PAGES_HAVE_NO_TOTAL,
    /**
     * The certificates of a pass type ID are read without {@code include=passTypeId} and {@code fields[passTypeIds]} (seen by
     * users of rorkai/App-Store-Connect-CLI).
     */
    PASS_TYPE_ID_IS_NOT_INCLUDED,
    /** Three usage metrics take {@code limit} only with groups or a filter (erayendes/app-store-connect-mcp). */
    USAGE_METRICS_LIMIT_NEEDS_GROUPS,
    /** Lists of build beta details need {@code filter[build]} or {@code filter[id]} (erayendes/app-store-connect-mcp). */
    BUILD_BETA_DETAILS_NEED_FILTER,
    /** Lists of an app's search keywords need {@code filter[locale]} (erayendes/app-store-connect-mcp). */
    SEARCH_KEYWORDS_NEED_LOCALE,
    /** Sales reports about subscriptions need {@code filter[version]} (Ponytech/appstoreconnectapi#62). */
    SUBSCRIPTION_REPORTS_NEED_VERSION,
    /** Beta testers are filtered by one relationship at a time (ittybittyapps/appstoreconnect-cli#169). */
    BETA_TESTERS_TAKE_ONE_FILTER,
    /** {@code filter[locale]} of beta app localizations ignores case (seen by users of rorkai/App-Store-Connect-CLI). */
    BETA_LOCALES_IGNORE_CASE,
    /** Reading a to-one relationship without a target answers {@code data: null}, not 404 (AvdLee/appstoreconnect-swift-sdk#263). */
    TO_ONE_ABSENT_IS_NULL,
    /** Reading an availability that was never configured answers 404 all the same (rorkai/App-Store-Connect-CLI). */
    UNCONFIGURED_AVAILABILITY_IS_NOT_FOUND,
    /** Enabling a capability that is enabled already answers 201, not 409 (rorkai/App-Store-Connect-CLI#2586). */
    ENABLED_CAPABILITY_IS_CREATED_AGAIN,
    /** The list of profiles leaves out those that have expired (seen by users of bitrise, codemagic and fastlane). */
    EXPIRED_PROFILES_ARE_UNLISTED,
    /** Texts for testers hold neither emoji nor {@code <} (seen by users of rorkai/App-Store-Connect-CLI). */
    TESTER_TEXTS_ARE_PLAIN,
    /**
     * A resource is included in the version that the relationship to it is of. Not observed, but assumed: the document has room
     * for one version of a type per response, and often lists the older one.
     */
    INCLUDED_VERSION,
    /** Certificates cannot be filtered by the type DEVELOPER_ID_APPLICATION_G2 (Apple Feedback FB21181137). */
    DEVELOPER_ID_G2_IS_NO_FILTER,
    /**
     * Lists of webhook deliveries need {@code filter[createdDateGreaterThanOrEqualTo]} with a date of the last ten days, and take
     * no {@code filter[deliveryState]}.
     */
    DELIVERIES_NEED_RECENT_DATE
}
