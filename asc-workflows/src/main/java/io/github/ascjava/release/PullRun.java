package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.TextField;
import io.github.ascjava.release.internal.metadata.TextStore;
import io.github.ascjava.release.internal.metadata.TextStore.Change;
import io.github.ascjava.release.internal.metadata.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a pull writes: texts that files have differently, and nothing that they have alike. */
final class PullRun {

    private final LiveMetadata live;
    private final FileTexts files;
    private final @Nullable PulledState pulled;
    private final TextStore store;
    private final List<Change> changes = new ArrayList<>();
    private final List<MetadataProblem> edits = new ArrayList<>();

    PullRun(LiveMetadata live, FileTexts files, @Nullable PulledState pulled, TextStore store) {
        this.live = live;
        this.files = files;
        this.pulled = pulled;
        this.store = store;
    }

    /**
     * Returns what is to be written.
     *
     * @throws MetadataException if files were edited since the last pull, unless their edits may be lost
     */
    List<Change> changes(boolean losesEdits) {
        for (String locale : locales()) {
            for (TextField field : TextField.values()) {
                compare(locale, field);
            }
        }
        if (!losesEdits && !edits.isEmpty()) {
            throw new MetadataException(
                    "Files were edited since the last pull, and a pull would overwrite them. Push the edits first, or pull with"
                            + " force to lose them. Nothing was written.",
                    edits,
                    null);
        }
        List<MetadataProblem> obstacles =
                store.check(changes).stream().map(MetadataProblem::of).toList();
        if (!obstacles.isEmpty()) {
            throw new MetadataException("Some files cannot be written. Nothing was written.", obstacles, null);
        }
        return changes;
    }

    private NavigableSet<String> locales() {
        NavigableSet<String> locales = new TreeSet<>();
        for (MetadataPart part : MetadataPart.values()) {
            locales.addAll(live.of(part).keySet());
        }
        if (pulled != null) {
            // Their localizations may be gone.
            pulled.hashes().keySet().stream()
                    .filter(locale -> !files.of(locale).isEmpty())
                    .forEach(locales::add);
        }
        return locales;
    }

    private void compare(String locale, TextField field) {
        String now = live.text(locale, field);
        TextValue said = files.ofAny(locale).get(field);
        String inFile = said == null ? null : said.value();
        if (Objects.equals(inFile, now)) {
            return;
        }
        changes.add(new Change(locale, field, now));
        boolean isAsPulled = pulled != null
                && pulled.isKnown(locale, field)
                && (pulled.isSame(locale, field, inFile) || said == null);
        boolean saysNothing = said == null || (inFile == null && !store.isEmptyClearing());
        if (said != null && !isAsPulled && !saysNothing && files.locales().contains(locale)) {
            edits.add(new MetadataProblem(
                    said.file(),
                    said.line(),
                    locale,
                    field.key(),
                    field.key() + " of " + locale + " was edited.",
                    true));
        }
    }

    /** Returns the state after the pull. */
    PulledState state() {
        Map<String, Map<TextField, @Nullable String>> texts = new TreeMap<>();
        for (MetadataPart part : MetadataPart.values()) {
            for (String locale : live.of(part).keySet()) {
                for (TextField field : TextField.values()) {
                    if (LiveMetadata.part(field) == part) {
                        texts.computeIfAbsent(locale, name -> new TreeMap<>()).put(field, live.text(locale, field));
                    }
                }
            }
        }
        return new PulledState(
                        live.appId(), live.platform().value(), live.version().id(), Map.of())
                .with(texts);
    }
}
