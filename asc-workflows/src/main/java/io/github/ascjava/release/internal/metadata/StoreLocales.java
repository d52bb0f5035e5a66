package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.workflows.internal.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The locales of the App Store. */
public final class StoreLocales {

    /** Stands for every locale that has no text of its own, as in deliver. */
    static final String DEFAULT = "default";

    private static final List<String> KNOWN = List.of(
            "ar-SA", "bn-BD", "ca", "cs", "da", "de-DE", "el", "en-AU", "en-CA", "en-GB", "en-US", "es-ES", "es-MX",
            "fi", "fr-CA", "fr-FR", "gu-IN", "he", "hi", "hr", "hu", "id", "it", "ja", "kn-IN", "ko", "ml-IN", "mr-IN",
            "ms", "nl-NL", "no", "or-IN", "pa-IN", "pl", "pt-BR", "pt-PT", "ro", "ru", "sk", "sl-SI", "sv", "ta-IN",
            "te-IN", "th", "tr", "uk", "ur-PK", "vi", "zh-Hans", "zh-Hant");

    private StoreLocales() {}

    static boolean isKnown(String locale) {
        return KNOWN.contains(locale);
    }

    /** Returns the known locale that was probably meant: the spelling, the only one of the language, or a similar one. */
    static Optional<String> nearest(String locale) {
        String wanted = locale.replace('_', '-').toLowerCase(Locale.ROOT);
        String language = language(wanted);
        return KNOWN.stream()
                .filter(known -> known.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> KNOWN.stream()
                        .filter(known ->
                                language(known.toLowerCase(Locale.ROOT)).equals(language))
                        .findFirst())
                .or(() -> Spelling.nearest(locale, KNOWN));
    }

    private static String language(String locale) {
        int dash = locale.indexOf('-');
        String language = dash < 0 ? locale : locale.substring(0, dash);
        // Norwegian has one locale in the App Store, whatever variety a tool names.
        return language.equals("nb") || language.equals("nn") ? "no" : language;
    }
}
