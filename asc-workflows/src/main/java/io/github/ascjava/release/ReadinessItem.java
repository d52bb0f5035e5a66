package io.github.ascjava.release;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One requirement, and whether it is met. Immutable.
 *
 * @param requirement what is required
 * @param locale the locale that it is about, such as {@code en-US}, or null if it is not about one
 * @param state whether it is met
 * @param detail what was found, or what is missing
 * @since 0.1.0
 */
public record ReadinessItem(
        ReadinessRequirement requirement, @Nullable String locale, ReadinessState state, String detail)
        implements Serializable {

    /** Returns a sentence or two: what is missing, and where in App Store Connect to provide it. */
    public String describe() {
        String where = locale == null ? "" : " (" + locale + ")";
        String end = detail.endsWith(".") ? "" : ".";
        String found = requirement + where + ": " + detail + end;
        return state == ReadinessState.MET || requirement.page().isEmpty()
                ? found
                : found + " In App Store Connect: " + requirement.page() + ".";
    }
}
