package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import java.nio.file.Path;
import java.util.List;

/** The operations on sets, which are alike for screenshots and previews. */
interface StoreSets {

    /** Returns the sets of app previews, or those of screenshots. */
    static StoreSets of(AppStoreConnect asc, boolean isPreview) {
        return isPreview ? new PreviewSets(asc) : new ScreenshotSets(asc);
    }

    /**
     * Returns all sets of a localization. They are never filtered by display type, because the service has ignored that
     * (docs/live-service.md#screenshot-display-type-filter-is-ignored).
     */
    List<StoreSet> list(String localizationId);

    /** Creates a set and returns its ID. */
    String create(String localizationId, String displayType);

    /** Uploads a file to a set and returns the ID of the resource. */
    String upload(AppStoreUploads uploads, String setId, Path file);

    void delete(String id);

    /** Sets the order of all files of a set. */
    void order(String setId, List<String> ids);
}
