package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.uploads.internal.folder.AssetFolder;
import io.github.ascjava.uploads.internal.folder.FolderContent;
import io.github.ascjava.uploads.internal.folder.FolderSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the screenshots and app previews of a version those of a folder: uploads what is new, deletes what is gone, and sets the
 * order.
 *
 * <pre>{@code
 * AssetSync sync = uploads.sync();
 * SyncPlan plan = sync.plan(appStoreVersionId, Path.of("screenshots"));
 * System.out.println(plan.describe());
 * sync.apply(plan, SyncListener.NONE);
 * }</pre>
 *
 * <p>The folder is laid out like that of fastlane's deliver: {@code LOCALE/FILE}, in the order of the names. The size of a
 * screenshot in pixels tells its display type. Where several types take that size, for types that this library does not know, and
 * for previews, a folder in between tells it: {@code LOCALE/APP_IPAD_PRO_3GEN_129/FILE}.
 *
 * <p>Files that Apple has already, with the same MD5, stay. With a {@linkplain Uploads.Builder#stateFolder state folder}, uploads
 * that an earlier run has begun are continued. Sets that the folder has no files for stay as they are. Everything
 * wrong with the folder is found before the first request that changes something.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssetSync {

    private static final int PAGE = 200;

    private final AppStoreConnect asc;
    private final Uploader uploader;

    AssetSync(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Compares a version with a folder. Changes nothing.
     *
     * @param appStoreVersionId ID of the version, which must have the locales of the folder
     * @throws AssetFolderException if the folder has files that cannot be uploaded, too many for a set, or a locale that the
     *     version does not have
     * @throws UncheckedIOException if the folder or a file cannot be read
     */
    public SyncPlan plan(String appStoreVersionId, Path folder) {
        FolderContent content = read(folder);
        List<String> problems = new ArrayList<>(content.problems());
        Map<String, String> localizations = localizations(appStoreVersionId);
        content.sets().stream()
                .map(FolderSet::locale)
                .distinct()
                .filter(locale -> !localizations.containsKey(locale))
                .forEach(locale -> problems.add("The version has no localization " + locale
                        + ". Add it first, or rename the folder " + locale + "."));
        if (!problems.isEmpty()) {
            throw new AssetFolderException(String.valueOf(folder), problems);
        }
        SetComparison comparison = new SetComparison(new StoreSetsCache(asc), new UnfinishedUploads(uploader.states()));
        List<SyncSet> sets = content.sets().stream()
                .map(set -> comparison.compare(set, Objects.requireNonNull(localizations.get(set.locale()))))
                .toList();
        return new SyncPlan(sets, content.warnings());
    }

    /**
     * Carries out a plan, several sets and files at a time.
     *
     * <p>In each set, new files are uploaded and accepted before old ones are deleted. Only where a set has no room for both are
     * as many old ones deleted first as needed. If a file fails, its set keeps what it had and the others are completed. To
     * continue, make a new plan: it has what is left.
     *
     * @throws RuntimeException the first failure, as {@link Uploads} describes them, with the others suppressed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public void apply(SyncPlan plan, SyncListener listener) {
        new SyncRun(asc, uploader, listener).run(plan);
    }

    private static FolderContent read(Path folder) {
        try {
            return AssetFolder.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be read: " + e + ". Check its path and its files.", e);
        }
    }

    /** Returns the IDs of a version's localizations by locale. */
    private Map<String, String> localizations(String appStoreVersionId) {
        Map<String, String> ids = new HashMap<>();
        for (AppStoreVersionLocalization each :
                asc.appStoreVersions().listAppStoreVersionLocalizations(appStoreVersionId, q -> q.limit(PAGE))) {
            if (each.locale() != null) {
                ids.put(each.locale(), each.id());
            }
        }
        return ids;
    }
}
