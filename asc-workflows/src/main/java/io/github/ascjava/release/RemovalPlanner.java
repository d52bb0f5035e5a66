package io.github.ascjava.release;

import io.github.ascjava.release.MetadataWrite.Action;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds localizations that the files have nothing for, and why some of them cannot be deleted. */
final class RemovalPlanner {

    private final LiveMetadata live;
    private final @Nullable PulledState pulled;
    private final List<MetadataWrite> writes = new ArrayList<>();
    private final List<MetadataProblem> problems = new ArrayList<>();

    RemovalPlanner(LiveMetadata live, @Nullable PulledState pulled) {
        this.live = live;
        this.pulled = pulled;
    }

    List<MetadataWrite> writes() {
        return writes;
    }

    List<MetadataProblem> problems() {
        return problems;
    }

    void plan(Set<String> locales, @Nullable String primaryLocale, boolean filesWin) {
        if (locales.isEmpty()) {
            problems.add(MetadataProblem.error("The files have no locale at all, so that every one would be deleted."
                    + " Nothing is deleted. Check the path."));
            return;
        }
        for (MetadataPart part : List.of(MetadataPart.VERSION, MetadataPart.APP_INFO)) {
            live.of(part).forEach((locale, localization) -> {
                if (!locales.contains(locale)) {
                    writes.add(new MetadataWrite(Action.DELETE, part, locale, localization.id(), Map.of()));
                    check(part, locale, primaryLocale, filesWin);
                }
            });
        }
    }

    private void check(MetadataPart part, String locale, @Nullable String primaryLocale, boolean filesWin) {
        if (locale.equals(primaryLocale)) {
            problem(locale, locale + " is the primary language of the app, which cannot be deleted. Add its texts.");
        } else if (!live.state(part).isEditable()) {
            problem(
                    locale,
                    locale + " cannot be deleted: the " + part + " is "
                            + live.state(part).name() + ".");
        } else if (!filesWin && pulled != null && !isAsPulled(part, locale)) {
            problem(
                    locale,
                    locale
                            + " was changed in App Store Connect since the last pull, and would be deleted. Pull it, or let"
                            + " the files win conflicts.");
        }
    }

    private boolean isAsPulled(MetadataPart part, String locale) {
        PulledState state = pulled;
        return state != null
                && state.hasLocale(locale, part == MetadataPart.VERSION)
                && Arrays.stream(TextField.values())
                        .filter(field -> LiveMetadata.part(field) == part)
                        .allMatch(field -> state.isSame(locale, field, live.text(locale, field)));
    }

    private void problem(String locale, String message) {
        problems.add(new MetadataProblem("", 0, locale, null, message, true));
    }
}
