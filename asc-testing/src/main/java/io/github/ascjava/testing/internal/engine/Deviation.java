package io.github.ascjava.testing.internal.engine;

/**
 * Where the live service is known to differ from Apple's document, by the rows of the list of deviations and the sections of
 * the fact sheet. A {@link SandboxState} has all of them unless it is told otherwise.
 *
 * <p>Not here is what needs no switch: where the service refuses what the document does not offer either (E1, E12, H9), or
 * answers an empty list for an id that does not exist (E13).
 */
public enum Deviation {
    /** A bundle id that is asked for as IOS is UNIVERSAL. */
    V2,
    /** A device that was registered lately may still be processed. */
    V4,
    /** Attributes that nothing was said about are null, not absent, and so are those that were cleared. */
    V6,
    /** A to-one relationship that leads nowhere holds {@code data: null} when it is included. */
    V7,
    /** An update clears a to-one relationship with {@code data: null}. */
    V8,
    /** Dates of certificates, devices and profiles have an offset without a colon. */
    V14,
    /** The versions that an insight of power metrics refers to are a list. */
    V15,
    /** The parts of a power metric's value are a list. */
    V16,
    /** Paging of included relationships of the provisioning resources is nonsense; later pages of builds tell no total. */
    V20,
    /** Reading the certificates of a pass type id refuses to include it. */
    E2,
    /** Three usage metrics take no limit without groups or a filter. */
    E3,
    /** Lists of build beta details need a filter. */
    E4,
    /** Lists of search keywords of an app need a locale. */
    E5,
    /** Sales reports about subscriptions need a version. */
    E8,
    /** Beta testers are filtered by one relationship at a time. */
    E11,
    /** The locales of beta app localizations are compared without regard to case. */
    E14,
    /** Reading a to-one relationship that leads nowhere answers {@code data: null}, not 404. */
    E16,
    /** ... but for availabilities, which were never configured. */
    E17,
    /** Adding what is there already answers as if it were new. */
    E27,
    /** The list of profiles leaves out those that have run out. */
    E30,
    /** Texts for testers hold neither emoji nor {@code <}. */
    E37,
    /**
     * What a relationship leads to is included in the version that the relationship is of. Not seen by anybody, but hardly to be
     * doubted: the document has room for one version of a type per answer, and often has the older one.
     */
    INCLUDED_VERSION,
    /** Section 5.7: certificates cannot be filtered by one of their types. */
    DEVELOPER_ID_G2,
    /** Section 5.7: deliveries of webhooks need a date of the last ten days, and cannot be filtered by state. */
    DELIVERIES
}
