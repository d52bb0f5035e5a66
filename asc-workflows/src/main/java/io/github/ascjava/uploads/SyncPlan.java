package io.github.ascjava.uploads;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link AssetSync} does to make the screenshots and previews of a version those of a folder.
 *
 * <p>Two plans are equal if they do the same. Immutable.
 *
 * @param sets the sets that the folder has files for, sorted by locale and display type
 * @param warnings what else to know about the files, a sentence each
 * @since 0.1.0
 */
public record SyncPlan(List<SyncSet> sets, List<String> warnings) {

    /** Copies the lists. */
    public SyncPlan {
        sets = List.copyOf(sets);
        warnings = List.copyOf(warnings);
    }

    /** Returns whether there is anything to do. */
    public boolean isChanged() {
        return sets.stream().anyMatch(SyncSet::isChanged);
    }

    /** Returns the number of files that are uploaded. */
    public int uploads() {
        return sets.stream().mapToInt(set -> set.uploads().size()).sum();
    }

    /** Returns the number of screenshots and previews that are deleted. */
    public int removals() {
        return sets.stream().mapToInt(set -> set.removals().size()).sum();
    }

    /** Returns one line for each set that changes, for people. */
    public String describe() {
        return sets.stream().filter(SyncSet::isChanged).map(SyncSet::describe).collect(Collectors.joining("\n"));
    }
}
