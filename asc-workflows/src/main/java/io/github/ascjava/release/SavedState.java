package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.PulledStateFile;
import io.github.ascjava.release.internal.metadata.TextField;
import io.github.ascjava.release.internal.metadata.TextStore;
import io.github.ascjava.release.internal.metadata.TextValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state beside the files, if there is one. */
record SavedState(TextStore store, @Nullable PulledState state) {

    static SavedState load(TextStore store, String appId) {
        PulledState state;
        try {
            state = PulledStateFile.read(store.stateFile()).orElse(null);
        } catch (IOException e) {
            throw new MetadataException(String.valueOf(e.getMessage()), List.of(), e);
        }
        if (state != null && !state.appId().equals(appId)) {
            throw MetadataException.of("The texts in " + store.path() + " are those of the app " + state.appId()
                    + ", and not of " + appId + ". To use them for the other app, delete " + store.stateFile() + ".");
        }
        return new SavedState(store, state);
    }

    /** Returns what the state says about a version; null without a state. */
    @Nullable
    PulledState about(LiveMetadata live) {
        return state == null
                ? null
                : state.of(live.platform().value(), live.version().id());
    }

    boolean knows(String locale) {
        return state != null && state.hashes().containsKey(locale);
    }

    void save(PulledState after) {
        if (!after.equals(state)) {
            PulledStateFile.write(store.stateFile(), after);
        }
    }

    /**
     * Saves what is known after a push: texts that are the same on both sides, whoever has changed them, and those that the
     * files say nothing about. Drift and conflicts stay what they are.
     *
     * @param live as it was before the push
     * @param done the requests that Apple has accepted
     */
    void saveAfter(LiveMetadata live, List<MetadataWrite> done) {
        PulledState before = about(live);
        PulledState base = before == null
                ? new PulledState(
                        live.appId(), live.platform().value(), live.version().id(), Map.of())
                : before;
        FileTexts texts = store.read();
        Map<String, Map<TextField, @Nullable String>> values = new TreeMap<>();
        for (MetadataPart part : MetadataPart.values()) {
            TreeSet<String> locales = new TreeSet<>(texts.locales());
            locales.addAll(live.of(part).keySet());
            for (String locale : locales) {
                for (TextField field : TextField.values()) {
                    if (LiveMetadata.part(field) == part && isSettled(texts, locale, field, live, base)) {
                        put(values, locale, field, live.text(locale, field));
                    }
                }
            }
        }
        PushRun.texts(done).forEach((locale, sent) -> sent.forEach((field, text) -> put(values, locale, field, text)));
        save(base.with(values));
    }

    private boolean isSettled(FileTexts texts, String locale, TextField field, LiveMetadata live, PulledState base) {
        TextValue said = ThreeWay.said(texts, locale, field, store.isEmptyClearing());
        return said == null
                ? !base.isKnown(locale, field)
                        && !base.knowsAny(field.isOfVersion())
                        && live.has(LiveMetadata.part(field), locale)
                : Objects.equals(said.value(), live.text(locale, field));
    }

    private static void put(
            Map<String, Map<TextField, @Nullable String>> values,
            String locale,
            TextField field,
            @Nullable String text) {
        values.computeIfAbsent(locale, name -> new TreeMap<>()).put(field, text);
    }
}
