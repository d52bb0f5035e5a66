package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version of an app can be submitted for review, as far as the API tells. Immutable.
 *
 * @param appId Apple's ID of the app
 * @param platform the platform
 * @param versionId ID of the version, or null if there is none that can be submitted
 * @param versionString the number of that version, or null
 * @param items all requirements
 * @since 0.1.0
 */
public record Readiness(
        String appId,
        Platform platform,
        @Nullable String versionId,
        @Nullable String versionString,
        List<ReadinessItem> items) {

    /** Copies the list. */
    public Readiness {
        items = List.copyOf(items);
    }

    /** Returns whether nothing is known to be missing. What is unknown does not count. */
    public boolean isReady() {
        return missing().isEmpty();
    }

    /** Returns the requirements that are not met. */
    public List<ReadinessItem> missing() {
        return items.stream()
                .filter(item -> item.state() == ReadinessState.MISSING)
                .toList();
    }

    /** Returns one line for each requirement that is not known to be met, for people. */
    public String describe() {
        return items.stream()
                .filter(item -> item.state() != ReadinessState.MET)
                .map(ReadinessItem::describe)
                .collect(Collectors.joining("\n"));
    }
}
