package io.github.ascjava.signing;

/**
 * What a provisioning profile is for, as its content tells.
 *
 * @since 0.1.0
 */
public enum ProfileKind {
    /** Development on listed devices. */
    DEVELOPMENT,
    /** Distribution to listed devices. */
    AD_HOC,
    /** The App Store and TestFlight. */
    APP_STORE,
    /** Distribution inside an organization of the Enterprise Program, to any device. */
    IN_HOUSE,
    /** Distribution of Mac apps outside of the App Store, to any Mac. */
    DEVELOPER_ID
}
