package io.github.ascjava.release;

import io.github.ascjava.release.MetadataDifference.Kind;
import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.TextField;
import io.github.ascjava.release.internal.metadata.TextValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares three sides, text by text: the files, the last pull, and App Store Connect now. */
final class ThreeWay {

    private final FileTexts files;
    private final boolean emptyClears;
    private final @Nullable PulledState pulled;
    private final LiveMetadata live;
    private final MetadataOptions options;

    /** Takes the three sides; without a pull, every difference from an existing text is a conflict. */
    ThreeWay(
            FileTexts files,
            boolean emptyClears,
            @Nullable PulledState pulled,
            LiveMetadata live,
            MetadataOptions options) {
        this.files = files;
        this.emptyClears = emptyClears;
        this.pulled = pulled;
        this.live = live;
        this.options = options;
    }

    List<MetadataDifference> differences() {
        List<MetadataDifference> all = new ArrayList<>();
        for (String locale : locales()) {
            for (TextField field : TextField.values()) {
                MetadataDifference difference = compare(locale, field);
                if (difference != null) {
                    all.add(difference);
                }
            }
        }
        return all;
    }

    private NavigableSet<String> locales() {
        NavigableSet<String> locales = new TreeSet<>(files.locales());
        Arrays.stream(MetadataPart.values())
                .forEach(part -> locales.addAll(live.of(part).keySet()));
        if (pulled != null) {
            locales.addAll(pulled.hashes().keySet());
        }
        return locales;
    }

    private @Nullable MetadataDifference compare(String locale, TextField field) {
        String now = live.text(locale, field);
        TextValue said = said(files, locale, field, emptyClears);
        Kind kind = said == null ? kindOfUnmanaged(locale, field, now) : kind(locale, field, said.value(), now);
        if (kind == null) {
            return null;
        }
        boolean isPushed = said != null
                && switch (kind) {
                    case CHANGE -> true;
                    case DRIFT -> options.overwritesDrift();
                    case CONFLICT -> options.conflicts() == MetadataConflicts.FILES;
                };
        return new MetadataDifference(
                LiveMetadata.part(field), locale, field.key(), kind, said == null ? null : said.value(), now, isPushed);
    }

    /** Returns what the files say about a text; null if they say nothing. */
    static @Nullable TextValue said(FileTexts files, String locale, TextField field, boolean emptyClears) {
        TextValue text = files.of(locale).get(field);
        return text == null || (text.value() == null && !emptyClears) ? null : text;
    }

    /** A text that the files say nothing about can only have been changed, or added, in App Store Connect. */
    private @Nullable Kind kindOfUnmanaged(String locale, TextField field, @Nullable String now) {
        if (pulled == null || !pulled.knowsAny(field.isOfVersion())) {
            return null;
        }
        boolean isAsPulled = pulled.isKnown(locale, field) ? pulled.isSame(locale, field, now) : now == null;
        return isAsPulled ? null : Kind.DRIFT;
    }

    private @Nullable Kind kind(String locale, TextField field, @Nullable String wanted, @Nullable String now) {
        if (Objects.equals(wanted, now)) {
            return null;
        }
        boolean wasDeleted = pulled != null
                && pulled.hasLocale(locale, field.isOfVersion())
                && !live.has(LiveMetadata.part(field), locale);
        if (pulled == null || !pulled.isKnown(locale, field)) {
            return now == null && !wasDeleted ? Kind.CHANGE : Kind.CONFLICT;
        } else if (pulled.isSame(locale, field, wanted)) {
            return Kind.DRIFT;
        }
        // Of a localization that was deleted, a new text would bring back the whole.
        return pulled.isSame(locale, field, now) && !wasDeleted ? Kind.CHANGE : Kind.CONFLICT;
    }
}
