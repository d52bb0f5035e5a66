package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/** Gives a new version what the one before had: texts but for the news, screenshots, and the contact for reviewers. */
final class Successor {

    private static final String LOCALIZATIONS = "appStoreVersionLocalizations";

    private final StoredResource app;
    private final SandboxState world;

    Successor(StoredResource app, SandboxState world) {
        this.app = app;
        this.world = world;
    }

    void fill(StoredResource version) {
        String platform = version.attributes().path("platform").asText();
        List<StoredResource> earlier = Versions.ofPlatform(app, platform, world).stream()
                .filter(each -> !each.equals(version))
                .toList();
        if (!world.store().related(version, LOCALIZATIONS).isEmpty()) {
            return;
        }
        if (earlier.isEmpty()) {
            ObjectNode attributes = JsonNodeFactory.instance.objectNode();
            attributes.put("locale", app.attributes().path("primaryLocale").asText("en-US"));
            List.of("description", "keywords", "marketingUrl", "promotionalText", "supportUrl", "whatsNew")
                    .forEach(attributes::putNull);
            add(version, LOCALIZATIONS, LOCALIZATIONS, attributes);
            return;
        }
        StoredResource before = earlier.get(earlier.size() - 1);
        for (StoredResource localization : world.store().related(before, LOCALIZATIONS)) {
            ObjectNode attributes = localization.attributes().deepCopy().putNull("whatsNew");
            StoredResource copy = add(version, LOCALIZATIONS, LOCALIZATIONS, attributes);
            for (StoredResource set : world.store().related(localization, "appScreenshotSets")) {
                StoredResource newSet = copy(copy, "appScreenshotSets", set);
                world.store()
                        .related(set, "appScreenshots")
                        .forEach(screenshot -> copy(newSet, "appScreenshots", screenshot));
            }
        }
        world.store()
                .related(before, "appStoreReviewDetail")
                .forEach(detail -> copy(version, "appStoreReviewDetail", detail));
    }

    private StoredResource copy(StoredResource owner, String relationship, StoredResource original) {
        return add(owner, relationship, original.type(), original.attributes().deepCopy());
    }

    private StoredResource add(StoredResource owner, String relationship, String type, ObjectNode attributes) {
        StoredResource added = world.store().add(type, world.ids().uuid(), attributes);
        world.store().link(owner, relationship, added);
        return added;
    }
}
