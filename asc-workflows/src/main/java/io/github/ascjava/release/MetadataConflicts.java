package io.github.ascjava.release;

/**
 * Which side wins where a text was changed on both since the last pull, or differs and was never pulled.
 *
 * @since 0.1.0
 */
public enum MetadataConflicts {
    /** None: the push stops before it sends anything. */
    STOP,
    /** The files: their text is sent. */
    FILES,
    /** App Store Connect: the text stays there, and the conflict remains until the next pull. */
    LIVE
}
