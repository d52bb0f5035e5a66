package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.internal.metadata.TextField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts that App Store Connect has.
 *
 * @param isFirstVersion whether the platform has no other version, so that there is nothing new to tell
 * @param localizations for each part the localizations by locale
 */
record LiveMetadata(
        String appId,
        Platform platform,
        State version,
        String versionNumber,
        boolean isFirstVersion,
        State appInfo,
        Map<MetadataPart, SortedMap<String, Localization>> localizations) {

    LiveMetadata {
        Map<MetadataPart, SortedMap<String, Localization>> copy = new EnumMap<>(MetadataPart.class);
        localizations.forEach((part, all) -> copy.put(part, Collections.unmodifiableSortedMap(new TreeMap<>(all))));
        localizations = Collections.unmodifiableMap(copy);
    }

    /**
     * A resource with localizations.
     *
     * @param name its state, as Apple calls it
     */
    record State(String id, String name, boolean isEditable) {}

    /**
     * The texts of a resource in one language.
     *
     * @param texts those that there are, as they are compared
     */
    record Localization(String id, Map<TextField, String> texts) {

        Localization {
            Map<TextField, String> copy = new EnumMap<>(TextField.class);
            copy.putAll(texts);
            texts = Collections.unmodifiableMap(copy);
        }
    }

    SortedMap<String, Localization> of(MetadataPart part) {
        return localizations.getOrDefault(part, Collections.emptySortedMap());
    }

    State state(MetadataPart part) {
        return part == MetadataPart.VERSION ? version : appInfo;
    }

    boolean has(MetadataPart part, String locale) {
        return of(part).containsKey(locale);
    }

    @Nullable
    String text(String locale, TextField field) {
        Localization localization = of(part(field)).get(locale);
        return localization == null ? null : localization.texts().get(field);
    }

    static MetadataPart part(TextField field) {
        return field.isOfVersion() ? MetadataPart.VERSION : MetadataPart.APP_INFO;
    }
}
