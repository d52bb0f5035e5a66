package io.github.ascjava.release;

/**
 * What Apple needs before a version can be reviewed, in the order in which it is usually provided.
 *
 * @since 0.1.0
 */
public enum ReadinessRequirement {
    /** A version that can be edited. */
    VERSION("Distribution > the version"),
    /** A processed build, attached to the version. */
    BUILD("Distribution > the version > Build"),
    /** What the build says about encryption. */
    ENCRYPTION("TestFlight > the build > Export Compliance"),
    /** Description, keywords and support URL of each locale. */
    TEXTS("Distribution > the version > the language"),
    /** Release notes of each locale, unless it is the first version, which has none. */
    RELEASE_NOTES("Distribution > the version > What's New in This Version"),
    /** Screenshots of each locale. */
    SCREENSHOTS("Distribution > the version > Previews and Screenshots"),
    /** Name and privacy policy of each locale. */
    APP_INFO("Distribution > App Information"),
    /** The answers about app privacy, which the API does not show. */
    APP_PRIVACY("Distribution > App Privacy"),
    /** The primary category. */
    CATEGORY("Distribution > App Information > Category"),
    /** All answers of the age rating declaration. */
    AGE_RATING("Distribution > App Information > Age Ratings"),
    /** Whether the app has content of third parties. */
    CONTENT_RIGHTS("Distribution > App Information > Content Rights"),
    /** A price. */
    PRICE("Distribution > Pricing and Availability > Price Schedule"),
    /** Where the app can be had. */
    AVAILABILITY("Distribution > Pricing and Availability > App Availability"),
    /** A contact, and a demo account if the reviewers need one. */
    REVIEW_DETAILS("Distribution > the version > App Review Information"),
    /** No other submission in the way. */
    SUBMISSION("Distribution > App Review"),
    /** Texts in files without errors; only if files were named. */
    TEXT_FILES(""),
    /** The same texts in App Store Connect as in the files; only if files were named. */
    PUSHED_TEXTS(""),
    /** Something else that Apple asked for. */
    OTHER("Distribution");

    private final String page;

    ReadinessRequirement(String page) {
        this.page = page;
    }

    /** Returns the way through App Store Connect to the page where it is provided; empty for what files provide. */
    public String page() {
        return page;
    }
}
