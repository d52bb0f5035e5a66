package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/**
 * Copies the metadata of the previous version to a new one: texts except the release notes, screenshots, and the
 * contact for reviewers.
 */
final class Successor {

    private static final String LOCALIZATIONS = "appStoreVersionLocalizations";

    private Successor() {}

    static void fill(StoredResource version, StoredResource app, SandboxState world) {
        String platform = version.text("platform");
        List<StoredResource> earlier = Versions.ofPlatform(app, platform).stream()
                .filter(each -> !each.equals(version))
                .toList();
        if (version.hasRelated(LOCALIZATIONS)) {
            return;
        }
        if (earlier.isEmpty()) {
            StoredResource localization = world.addTo(version, LOCALIZATIONS)
                    .with("locale", app.attributes().path("primaryLocale").asText("en-US"));
            List.of("description", "keywords", "marketingUrl", "promotionalText", "supportUrl", "whatsNew")
                    .forEach(name -> localization.with(name, null));
            return;
        }
        StoredResource before = earlier.get(earlier.size() - 1);
        for (StoredResource localization : before.related(LOCALIZATIONS)) {
            StoredResource copy =
                    world.copyTo(version, LOCALIZATIONS, localization).with("whatsNew", null);
            for (StoredResource set : localization.related("appScreenshotSets")) {
                StoredResource newSet = world.copyTo(copy, "appScreenshotSets", set);
                set.related("appScreenshots").forEach(screenshot -> world.copyTo(newSet, "appScreenshots", screenshot));
            }
        }
        before.related("appStoreReviewDetail").forEach(detail -> world.copyTo(version, "appStoreReviewDetail", detail));
    }
}
