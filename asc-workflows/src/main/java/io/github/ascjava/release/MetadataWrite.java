package io.github.ascjava.release;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request of a plan. Immutable.
 *
 * @param action what it does with the localization
 * @param part the resource
 * @param locale such as {@code en-US}
 * @param id the ID of the localization; null if it is created
 * @param values the attributes that are sent, sorted; null clears one
 * @since 0.1.0
 */
public record MetadataWrite(
        Action action,
        MetadataPart part,
        String locale,
        @Nullable String id,
        Map<String, @Nullable String> values) {

    /** Copies the values. */
    public MetadataWrite {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** What a request does. */
    public enum Action {
        /** Creates a localization with all its texts. */
        CREATE,
        /** Sends the texts that differ. */
        UPDATE,
        /** Deletes a localization. */
        DELETE
    }
}
