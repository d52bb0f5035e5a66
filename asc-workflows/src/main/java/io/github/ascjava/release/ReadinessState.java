package io.github.ascjava.release;

/**
 * Whether a requirement for a review is met.
 *
 * @since 0.1.0
 */
public enum ReadinessState {
    /** It is met. */
    MET,
    /** It is not met. */
    MISSING,
    /** It cannot be told, because the API does not say, or the key's role does not allow reading it. */
    UNKNOWN
}
