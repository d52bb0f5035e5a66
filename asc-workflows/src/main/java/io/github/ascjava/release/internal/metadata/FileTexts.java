package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.workflows.internal.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What files say: texts by locale and field. Collects problems, so that a user can correct them at once. Not thread-safe.
 */
public final class FileTexts implements TextSink {

    private final String file;
    private final Map<String, Map<TextField, TextValue>> texts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Finding> unknownLocales = new TreeMap<>();
    private Map<TextField, TextValue> defaults = Map.of();

    /** Begins without texts. */
    FileTexts(String file) {
        this.file = file;
    }

    /** Returns the texts of a folder or file that does not exist. */
    public static FileTexts none(Path path) {
        return new FileTexts(path.toString());
    }

    @Override
    public void locale(String locale, int line) {
        if (texts.putIfAbsent(locale, new EnumMap<>(TextField.class)) != null) {
            problem(locale + " is there twice. Put its texts together.", line);
        } else if (!locale.equals(StoreLocales.DEFAULT) && !StoreLocales.isKnown(locale)) {
            unknownLocale(locale, file, line);
        }
    }

    @Override
    public void value(String locale, String key, @Nullable String value, int line) {
        TextField field = TextField.ofKey(key).orElse(null);
        if (field == null) {
            problem(
                    key + " of " + locale + " is not known."
                            + Spelling.nearest(key, TextField.keys())
                                    .map(near -> " Did you mean " + near + "?")
                                    .orElse(" Known are " + String.join(", ", TextField.keys()) + "."),
                    line);
        } else if (of(locale).containsKey(field)) {
            problem(key + " of " + locale + " is there twice. Remove one of them.", line);
        } else {
            put(locale, field, new TextValue(TextField.normalized(value), file, line));
        }
    }

    @Override
    public void problem(String message, int line) {
        findings.add(Finding.error(file, line, message));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void put(String locale, TextField field, TextValue value) {
        texts.computeIfAbsent(locale, name -> new EnumMap<>(TextField.class)).put(field, value);
    }

    void unknownLocale(String locale, String place, int line) {
        texts.computeIfAbsent(locale, name -> new EnumMap<>(TextField.class));
        unknownLocales.put(
                locale,
                new Finding(
                        place,
                        line,
                        locale,
                        null,
                        locale + " is not a locale of the App Store."
                                + StoreLocales.nearest(locale)
                                        .map(near -> " Did you mean " + near + "?")
                                        .orElse(" Remove or rename it."),
                        true));
    }

    /** Gives every locale the default texts that it has nothing for. */
    void spreadDefaults() {
        defaults = Objects.requireNonNullElse(texts.remove(StoreLocales.DEFAULT), Map.of());
        if (texts.isEmpty() && !defaults.isEmpty()) {
            findings.add(Finding.warning(
                    defaults.values().iterator().next().file(),
                    "The default texts are for no locale. Add at least one locale beside them."));
        }
        texts.values().forEach(locale -> defaults.forEach(locale::putIfAbsent));
    }

    /** Returns the locales, sorted. */
    public List<String> locales() {
        return List.copyOf(new TreeSet<>(texts.keySet()));
    }

    /** Returns the texts of a locale; empty if there is nothing for it. */
    public Map<TextField, TextValue> of(String locale) {
        return Collections.unmodifiableMap(texts.getOrDefault(locale, Map.of()));
    }

    /** Returns the texts that a locale has, or would have if it were added without a text of its own. */
    public Map<TextField, TextValue> ofAny(String locale) {
        return Collections.unmodifiableMap(texts.getOrDefault(locale, defaults));
    }

    /** Returns what was found while reading, without what the rules find. */
    public List<Finding> readingFindings() {
        return List.copyOf(findings);
    }

    /** Returns what was found while reading, and what the rules find, except for unknown locales. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        texts.forEach((locale, values) -> all.addAll(TextRules.check(locale, values)));
        return List.copyOf(all);
    }

    /** Returns the locales that the App Store did not have when this library was made, each with its problem. */
    public Map<String, Finding> unknownLocales() {
        return Collections.unmodifiableMap(unknownLocales);
    }
}
