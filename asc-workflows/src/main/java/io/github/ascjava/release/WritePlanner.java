package io.github.ascjava.release;

import io.github.ascjava.release.LiveMetadata.Localization;
import io.github.ascjava.release.MetadataWrite.Action;
import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.TextField;
import io.github.ascjava.release.internal.metadata.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes requests of differences, and finds those that Apple would reject. */
final class WritePlanner {

    private final FileTexts files;
    private final boolean emptyClears;
    private final LiveMetadata live;
    private final List<MetadataWrite> writes = new ArrayList<>();
    private final List<MetadataProblem> problems = new ArrayList<>();

    WritePlanner(FileTexts files, boolean emptyClears, LiveMetadata live) {
        this.files = files;
        this.emptyClears = emptyClears;
        this.live = live;
    }

    List<MetadataWrite> writes() {
        return writes;
    }

    List<MetadataProblem> problems() {
        return problems;
    }

    /** Versions come first, as in other clients: their localizations may bring those of the app info with them. */
    void plan(List<MetadataDifference> differences) {
        for (MetadataPart part : List.of(MetadataPart.VERSION, MetadataPart.APP_INFO)) {
            Map<String, Map<String, @Nullable String>> changes = new TreeMap<>();
            differences.stream()
                    .filter(difference -> difference.isPushed() && difference.part() == part)
                    .forEach(difference -> changes.computeIfAbsent(difference.locale(), locale -> new TreeMap<>())
                            .put(difference.key(), difference.fileValue()));
            changes.forEach((locale, values) -> plan(part, locale, values));
        }
    }

    private void plan(MetadataPart part, String locale, Map<String, @Nullable String> values) {
        Localization existing = live.of(part).get(locale);
        Map<String, @Nullable String> sent = existing == null ? allTexts(part, locale) : values;
        if (existing == null && sent.isEmpty()) {
            return;
        }
        check(part, locale, sent, existing == null);
        writes.add(new MetadataWrite(
                existing == null ? Action.CREATE : Action.UPDATE,
                part,
                locale,
                existing == null ? null : existing.id(),
                sent));
    }

    private Map<String, @Nullable String> allTexts(MetadataPart part, String locale) {
        Map<String, @Nullable String> texts = new TreeMap<>();
        files.of(locale).forEach((field, text) -> {
            if (LiveMetadata.part(field) == part && text.value() != null) {
                texts.put(field.key(), text.value());
            }
        });
        return texts;
    }

    private void check(MetadataPart part, String locale, Map<String, @Nullable String> sent, boolean creates) {
        List<String> locked = sent.keySet().stream()
                .filter(key -> creates || !key.equals(TextField.PROMOTIONAL_TEXT.key()))
                .toList();
        if (!live.state(part).isEditable() && !locked.isEmpty()) {
            problem(
                    locale,
                    locked.get(0),
                    String.join(", ", locked) + " of " + locale + " cannot be changed: the " + part + " is "
                            + live.state(part).name() + ". "
                            + (part == MetadataPart.VERSION
                                    ? "Only promotional text can. Create a new version, or pull to undo the change."
                                    : "A new version brings an app info that can be edited."));
        }
        if (part == MetadataPart.VERSION && live.isFirstVersion() && sent.get(TextField.WHATS_NEW.key()) != null) {
            problem(
                    locale,
                    TextField.WHATS_NEW.key(),
                    "whatsNew of " + locale
                            + " is rejected by Apple for the first version of a platform. Remove it until"
                            + " the next version.");
        }
        if (part == MetadataPart.APP_INFO
                && sent.get(TextField.NAME.key()) == null
                && (creates || sent.containsKey(TextField.NAME.key()))) {
            problem(
                    locale,
                    creates ? sent.keySet().iterator().next() : TextField.NAME.key(),
                    locale + " has no name, which Apple needs for " + (creates ? "a new language" : "every language")
                            + ". Add it.");
        }
    }

    private void problem(String locale, String key, String message) {
        TextValue text = TextField.ofKey(key)
                .map(field -> ThreeWay.said(files, locale, field, emptyClears))
                .orElse(null);
        problems.add(new MetadataProblem(
                text == null ? "" : text.file(), text == null ? 0 : text.line(), locale, key, message, true));
    }
}
