package io.github.ascjava.uploads;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a synchronization does with the screenshots or previews of one locale and display type.
 *
 * @param locale such as {@code en-US}
 * @param isPreview whether they are app previews, otherwise screenshots
 * @param displayType such as {@code APP_IPHONE_67}, or the preview type, such as {@code IPHONE_67}
 * @param localizationId ID of the version's localization
 * @param setId ID of the set; null if the set is created
 * @param files what the set has afterwards, in this order
 * @param removals what is deleted
 * @param isOrdered whether the order has to be set after the uploads
 * @since 0.1.0
 */
public record SyncSet(
        String locale,
        boolean isPreview,
        String displayType,
        String localizationId,
        @Nullable String setId,
        List<SyncFile> files,
        List<SyncRemoval> removals,
        boolean isOrdered) {

    /** Copies the lists. */
    public SyncSet {
        files = List.copyOf(files);
        removals = List.copyOf(removals);
    }

    /** Returns whether anything is uploaded, deleted or ordered. */
    public boolean isChanged() {
        return setId == null || isOrdered || !removals.isEmpty() || !uploads().isEmpty();
    }

    /** Returns the files that are uploaded, those that are continued among them, in the order of the set. */
    public List<SyncFile> uploads() {
        return files.stream().filter(file -> file.id() == null).toList();
    }

    /** Returns one line for people, such as {@code en-US APP_IPHONE_67: uploads 1.png, deletes old.png, keeps 3}. */
    public String describe() {
        StringJoiner steps = new StringJoiner(", ", locale + " " + displayType + ": ", "");
        addRemovals(steps, true, " first, because the set is full");
        addUploads(steps, true, "continues ");
        addUploads(steps, false, "uploads ");
        addRemovals(steps, false, "");
        if (isOrdered) {
            steps.add("sets the order");
        }
        return steps.add("keeps " + (files.size() - uploads().size())).toString();
    }

    private void addUploads(StringJoiner steps, boolean isContinued, String verb) {
        String names = uploads().stream()
                .filter(file -> file.isContinued() == isContinued)
                .map(file -> String.valueOf(file.path().getFileName()))
                .collect(Collectors.joining(" "));
        if (!names.isEmpty()) {
            steps.add(verb + names);
        }
    }

    private void addRemovals(StringJoiner steps, boolean isBeforeUploads, String reason) {
        String names = removals.stream()
                .filter(removal -> removal.isBeforeUploads() == isBeforeUploads)
                .map(removal -> removal.fileName().isEmpty() ? removal.id() : removal.fileName())
                .collect(Collectors.joining(" "));
        if (!names.isEmpty()) {
            steps.add("deletes " + names + reason);
        }
    }
}
