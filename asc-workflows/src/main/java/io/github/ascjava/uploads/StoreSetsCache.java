package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sets of localizations at Apple, each list requested once. Not thread-safe. */
final class StoreSetsCache {

    private final StoreSets screenshots;
    private final StoreSets previews;
    private final Map<String, List<StoreSet>> screenshotSets = new HashMap<>();
    private final Map<String, List<StoreSet>> previewSets = new HashMap<>();

    StoreSetsCache(AppStoreConnect asc) {
        screenshots = StoreSets.of(asc, false);
        previews = StoreSets.of(asc, true);
    }

    /** Returns the set of a display type; empty if there is none. */
    Optional<StoreSet> find(String localizationId, boolean isPreview, String displayType) {
        List<StoreSet> sets = isPreview
                ? previewSets.computeIfAbsent(localizationId, previews::list)
                : screenshotSets.computeIfAbsent(localizationId, screenshots::list);
        return sets.stream()
                .filter(set -> set.displayType().equals(displayType))
                .findFirst();
    }
}
