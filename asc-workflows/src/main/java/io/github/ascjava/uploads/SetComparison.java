package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.folder.FolderFile;
import io.github.ascjava.uploads.internal.folder.FolderSet;
import io.github.ascjava.uploads.internal.folder.SetLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what a set at Apple lacks, has too much, and has in another order than a folder. Not thread-safe. */
final class SetComparison {

    private final StoreSetsCache known;
    private final UnfinishedUploads unfinished;

    SetComparison(StoreSetsCache known, UnfinishedUploads unfinished) {
        this.known = known;
        this.unfinished = unfinished;
    }

    SyncSet compare(FolderSet wanted, String localizationId) {
        StoreSet set = known.find(localizationId, wanted.isPreview(), wanted.displayType())
                .orElse(null);
        List<StoreFile> now = set == null ? List.of() : set.files();
        List<StoreFile> left = new ArrayList<>(now);
        List<SyncFile> files = wanted.files().stream()
                .map(file -> set == null ? uploaded(file) : file(wanted, set.id(), file, left))
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
                isOrdered(files, now));
    }

    /** Takes what a set has of a file out of what is left. */
    private SyncFile file(FolderSet wanted, String setId, FolderFile file, List<StoreFile> left) {
        String type = wanted.isPreview() ? PreviewSets.TYPE : ScreenshotSets.TYPE;
        Optional<StoreFile> same =
                take(left, each -> each.isUsable() && each.md5().equalsIgnoreCase(file.md5()));
        if (same.isPresent()) {
            String id = same.get().id();
            unfinished.forget(type, setId, file.path(), id);
            return new SyncFile(file.path(), id, false);
        }
        boolean isContinued = unfinished
                .find(type, setId, file.path())
                .flatMap(id -> take(left, each -> !each.isUsable() && each.id().equals(id)))
                .isPresent();
        return isContinued ? new SyncFile(file.path(), null, true) : uploaded(file);
    }

    private static SyncFile uploaded(FolderFile file) {
        return new SyncFile(file.path(), null, false);
    }

    /** Takes the first file that fits out of a list. */
    private static Optional<StoreFile> take(List<StoreFile> from, Predicate<StoreFile> isWanted) {
        Optional<StoreFile> found = from.stream().filter(isWanted).findFirst();
        found.ifPresent(from::remove);
        return found;
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

    /** New files come behind the others, and at the same time in any order; what is continued has its place already. */
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
        boolean isContinued = files.size() > 1 && files.stream().anyMatch(SyncFile::isContinued);
        return uploads > 1
                || isContinued
                || !now.stream()
                        .map(StoreFile::id)
                        .filter(kept::contains)
                        .toList()
                        .equals(kept);
    }
}
