package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.folder.FolderFile;
import io.github.ascjava.uploads.internal.folder.FolderSet;
import io.github.ascjava.uploads.internal.folder.SetLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a set at Apple lacks, has too much, and has in another order than a folder. */
final class SetComparison {

    private SetComparison() {}

    static SyncSet compare(FolderSet wanted, String localizationId, StoreSetsCache known) {
        StoreSet set = known.find(localizationId, wanted.isPreview(), wanted.displayType())
                .orElse(null);
        List<StoreFile> left = new ArrayList<>(set == null ? List.of() : set.files());
        List<SyncFile> files = wanted.files().stream()
                .map(file -> new SyncFile(file.path(), take(file, left)))
                .toList();
        int full = files.size() + left.size() - SetLimits.of(wanted.isPreview());
        return new SyncSet(
                wanted.locale(),
                wanted.isPreview(),
                wanted.displayType(),
                localizationId,
                set == null ? null : set.id(),
                files,
                removals(left, full),
                isOrdered(files, set == null ? List.of() : set.files()));
    }

    /** Takes the file with the same bytes out of a list and returns its ID; null if there is none. */
    private static @Nullable String take(FolderFile wanted, List<StoreFile> from) {
        for (StoreFile file : from) {
            if (file.isUsable() && file.md5().equalsIgnoreCase(wanted.md5())) {
                from.remove(file);
                return file.id();
            }
        }
        return null;
    }

    /** Files that customers cannot see are deleted first, then those at the end. */
    private static List<SyncRemoval> removals(List<StoreFile> files, int before) {
        List<StoreFile> order = new ArrayList<>(files);
        Collections.reverse(order);
        order.sort(Comparator.comparing(StoreFile::isUsable));
        List<SyncRemoval> removals = new ArrayList<>();
        for (StoreFile file : order) {
            removals.add(new SyncRemoval(file.id(), file.fileName(), removals.size() < before));
        }
        return removals;
    }

    /** New files come behind the others, and at the same time in any order. */
    private static boolean isOrdered(List<SyncFile> files, List<StoreFile> now) {
        List<String> kept = new ArrayList<>();
        int uploads = 0;
        for (SyncFile file : files) {
            if (file.id() == null) {
                uploads++;
            } else if (uploads > 0) {
                return true;
            } else {
                kept.add(file.id());
            }
        }
        return uploads > 1
                || !now.stream()
                        .map(StoreFile::id)
                        .filter(kept::contains)
                        .toList()
                        .equals(kept);
    }
}
