package io.github.ascjava.release;

import org.jspecify.annotations.Nullable;

/**
 * A text that the files and App Store Connect do not have alike. Immutable.
 *
 * @param part the resource
 * @param locale such as {@code en-US}
 * @param key the attribute, such as {@code keywords}
 * @param kind who has changed it
 * @param fileValue the text of the files; null if they clear it or have nothing for it
 * @param liveValue the text in App Store Connect; null if there is none
 * @param isPushed whether the plan sends the text of the files
 * @since 0.1.0
 */
public record MetadataDifference(
        MetadataPart part,
        String locale,
        String key,
        Kind kind,
        @Nullable String fileValue,
        @Nullable String liveValue,
        boolean isPushed) {

    /** Who has changed a text since the last pull or push. */
    public enum Kind {
        /** The files only. */
        CHANGE,
        /** App Store Connect only. */
        DRIFT,
        /** Both, or it was never pulled. */
        CONFLICT
    }
}
