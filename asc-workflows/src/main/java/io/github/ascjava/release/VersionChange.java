package io.github.ascjava.release;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a version or its app that a plan changes. Immutable.
 *
 * @param part what has the value, such as {@code version}, {@code build} or {@code age rating}
 * @param field the name of the value; Apple's name for attributes and relationships
 * @param from the value before, or null if there is none or it is not known yet; passwords are never shown
 * @param to the value after, or null if it is removed; passwords are never shown
 * @since 0.1.0
 */
public record VersionChange(
        String part,
        String field,
        @Nullable String from,
        @Nullable String to) {

    /** Stands for a value that is not shown. */
    static final String HIDDEN = "(not shown)";

    /**
     * Returns whether it leads to the same value, and replaces no other one. A value that only one of them knows may be that
     * of a version that was created in between.
     */
    boolean isLike(VersionChange other) {
        boolean isFromOther = from != null && other.from != null && !from.equals(other.from);
        return part.equals(other.part) && field.equals(other.field) && Objects.equals(to, other.to) && !isFromOther;
    }

    /** Returns a line for people, such as {@code version releaseType: AFTER_APPROVAL -> MANUAL}. */
    public String describe() {
        return part + " " + field + ": " + (from == null ? "-" : from) + " -> " + (to == null ? "-" : to);
    }
}
