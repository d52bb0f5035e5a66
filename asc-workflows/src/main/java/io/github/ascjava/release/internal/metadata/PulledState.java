package io.github.ascjava.release.internal.metadata;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What App Store Connect had when files and texts were last the same: a hash of each text. Immutable.
 *
 * @param appId the app
 * @param platform the platform of the version
 * @param versionId the version
 * @param hashes for each locale and field a hash, {@link #NONE} for a text that was missing, nothing if it is not known
 */
public record PulledState(String appId, String platform, String versionId, Map<String, Map<TextField, String>> hashes) {

    /** Stands for a text that App Store Connect did not have. */
    static final String NONE = "";

    /** Copies the maps. */
    public PulledState {
        Map<String, Map<TextField, String>> copy = new TreeMap<>();
        hashes.forEach((locale, texts) -> {
            if (!texts.isEmpty()) {
                copy.put(locale, Collections.unmodifiableMap(new EnumMap<>(texts)));
            }
        });
        hashes = Collections.unmodifiableMap(copy);
    }

    /** Returns whether a text is known to have been this one, or missing for null. */
    public boolean isSame(String locale, TextField field, @Nullable String value) {
        return hash(value).equals(of(locale).get(field));
    }

    /** Returns whether it is known what a text was. */
    public boolean isKnown(String locale, TextField field) {
        return of(locale).containsKey(field);
    }

    /** Returns whether anything is known about texts of this kind. */
    public boolean knowsAny(boolean ofVersion) {
        return hashes.values().stream()
                .flatMap(texts -> texts.keySet().stream())
                .anyMatch(field -> field.isOfVersion() == ofVersion);
    }

    /** Returns whether a locale had a localization with fields of this kind. */
    public boolean hasLocale(String locale, boolean ofVersion) {
        return of(locale).entrySet().stream()
                .anyMatch(text -> text.getKey().isOfVersion() == ofVersion
                        && !text.getValue().equals(NONE));
    }

    /**
     * Returns what this state says about another version: the new one begins with the texts of the one before, except for
     * What's New, which it does not have. About another platform it says nothing.
     */
    public PulledState of(String newPlatform, String newVersionId) {
        if (newPlatform.equals(platform) && newVersionId.equals(versionId)) {
            return this;
        }
        Map<String, Map<TextField, String>> all = new TreeMap<>();
        hashes.forEach((locale, texts) -> {
            Map<TextField, String> kept = new EnumMap<>(texts);
            if (newPlatform.equals(platform)) {
                kept.computeIfPresent(TextField.WHATS_NEW, (field, hash) -> NONE);
            } else {
                kept.keySet().removeIf(TextField::isOfVersion);
            }
            all.put(locale, kept);
        });
        return new PulledState(appId, newPlatform, newVersionId, all);
    }

    /** Returns a state of the same app in which some texts are other ones. */
    public PulledState with(Map<String, Map<TextField, @Nullable String>> values) {
        Map<String, Map<TextField, String>> all = new TreeMap<>();
        hashes.forEach((locale, texts) -> all.put(locale, new EnumMap<>(texts)));
        values.forEach((locale, texts) ->
                texts.forEach((field, value) -> all.computeIfAbsent(locale, name -> new EnumMap<>(TextField.class))
                        .put(field, hash(value))));
        return new PulledState(appId, platform, versionId, all);
    }

    private Map<TextField, String> of(String locale) {
        return hashes.getOrDefault(locale, Map.of());
    }

    private static String hash(@Nullable String value) {
        return value == null ? NONE : TextDigest.of(value);
    }
}
