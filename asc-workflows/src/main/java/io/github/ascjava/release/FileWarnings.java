package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.TextField;
import io.github.ascjava.release.internal.metadata.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files say that is allowed, and probably not meant. */
final class FileWarnings {

    private final FileTexts files;
    private final boolean emptyClears;
    private final @Nullable PulledState saved;
    private final LiveMetadata live;
    private final List<MetadataProblem> warnings = new ArrayList<>();

    /** Takes the state as saved, which may be that of an earlier version. */
    FileWarnings(FileTexts files, boolean emptyClears, @Nullable PulledState saved, LiveMetadata live) {
        this.files = files;
        this.emptyClears = emptyClears;
        this.saved = saved;
        this.live = live;
    }

    List<MetadataProblem> all() {
        for (String locale : files.locales()) {
            Map<TextField, TextValue> texts = files.of(locale);
            texts.forEach((field, text) -> {
                if (text.value() == null && !emptyClears && wasEmptied(locale, field)) {
                    warn(
                            text,
                            locale,
                            field,
                            field.key() + " of " + locale
                                    + " was emptied. An empty file says nothing, so the text stays in"
                                    + " App Store Connect, unless empty files are told to clear texts.");
                }
            });
            TextValue whatsNew = texts.get(TextField.WHATS_NEW);
            if (whatsNew != null && isThatOfTheVersionBefore(locale, whatsNew)) {
                warn(
                        whatsNew,
                        locale,
                        TextField.WHATS_NEW,
                        "whatsNew of " + locale + " is still that of the version before.");
            }
            boolean hasVersionTexts = texts.keySet().stream().anyMatch(TextField::isOfVersion);
            if (hasVersionTexts && !texts.containsKey(TextField.NAME) && !live.has(MetadataPart.APP_INFO, locale)) {
                warnings.add(new MetadataProblem(
                        "",
                        0,
                        locale,
                        TextField.NAME.key(),
                        locale + " has no name, neither here nor in App Store Connect. A language needs one.",
                        false));
            }
        }
        return warnings;
    }

    private boolean wasEmptied(String locale, TextField field) {
        return saved != null
                && saved.isKnown(locale, field)
                && !saved.isSame(locale, field, null)
                && live.text(locale, field) != null;
    }

    private boolean isThatOfTheVersionBefore(String locale, TextValue whatsNew) {
        return saved != null
                && whatsNew.value() != null
                && !saved.versionId().equals(live.version().id())
                && saved.isSame(locale, TextField.WHATS_NEW, whatsNew.value())
                && live.text(locale, TextField.WHATS_NEW) == null;
    }

    private void warn(TextValue text, String locale, TextField field, String message) {
        warnings.add(new MetadataProblem(text.file(), text.line(), locale, field.key(), message, false));
    }
}
