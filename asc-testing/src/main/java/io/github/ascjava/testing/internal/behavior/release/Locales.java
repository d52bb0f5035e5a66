package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Localizations have a language of the App Store; the engine checks that there is only one per language. */
final class Locales implements ResourceHook {

    private static final String LOCALE = "locale";
    private static final Set<String> KNOWN = Set.of(
            "ar-SA", "bn-BD", "ca", "cs", "da", "de-DE", "el", "en-AU", "en-CA", "en-GB", "en-US", "es-ES", "es-MX",
            "fi", "fr-CA", "fr-FR", "gu-IN", "he", "hi", "hr", "hu", "id", "it", "ja", "kn-IN", "ko", "ml-IN", "mr-IN",
            "ms", "nl-NL", "no", "or-IN", "pa-IN", "pl", "pt-BR", "pt-PT", "ro", "ru", "sk", "sl-SI", "sv", "ta-IN",
            "te-IN", "th", "tr", "uk", "ur-PK", "vi", "zh-Hans", "zh-Hant");

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        String type = operation.type();
        if (operation.action() != Action.CREATE_INSTANCE || !type.endsWith("Localizations")) {
            return;
        }
        String locale = Bodies.text(body, LOCALE);
        if (locale.isEmpty()) {
            return;
        }
        if (!type.startsWith("gameCenter") && !KNOWN.contains(locale)) {
            throw Refusals.attribute(LOCALE, "The language specified is not listed for localization");
        }
    }
}
