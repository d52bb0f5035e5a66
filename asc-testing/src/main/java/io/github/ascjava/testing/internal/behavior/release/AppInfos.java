package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/** An app's name and categories are there twice while a version is on its way: as they are, and as they will be. */
final class AppInfos implements ResourceHook {

    private static final String TYPE = "appInfos";
    private static final String LOCALIZATIONS = "appInfoLocalizations";
    private static final String LIVE = "READY_FOR_DISTRIBUTION";
    private static final String DRAFT = "PREPARE_FOR_SUBMISSION";
    private static final List<String> CATEGORIES = List.of("primaryCategory", "secondaryCategory");

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(Versions.TYPE)) {
            world.store().related(created, "app").forEach(app -> draft(app, world));
        }
    }

    /** Makes the draft what customers see. */
    static void release(StoredResource app, SandboxState world) {
        List<StoredResource> infos = world.store().related(app, TYPE);
        if (infos.size() > 1) {
            infos.stream().filter(info -> isLive(info)).forEach(world.store()::remove);
        }
        infos.forEach(info -> set(info, LIVE));
    }

    private static void draft(StoredResource app, SandboxState world) {
        List<StoredResource> infos = world.store().related(app, TYPE);
        if (infos.size() != 1 || !isLive(infos.get(0))) {
            return;
        }
        StoredResource live = infos.get(0);
        StoredResource draft = copy(app, TYPE, live, world);
        set(draft, DRAFT);
        world.store()
                .related(live, LOCALIZATIONS)
                .forEach(localization -> copy(draft, LOCALIZATIONS, localization, world));
        world.store()
                .related(live, "ageRatingDeclaration")
                .forEach(declaration -> copy(draft, "ageRatingDeclaration", declaration, world));
        for (String category : CATEGORIES) {
            world.store().related(live, category).forEach(each -> world.store().link(draft, category, each));
        }
    }

    private static boolean isLive(StoredResource info) {
        return info.attributes().path("state").asText().equals(LIVE);
    }

    private static void set(StoredResource info, String state) {
        info.attributes().put("state", state).put("appStoreState", state.equals(LIVE) ? "READY_FOR_SALE" : state);
    }

    private static StoredResource copy(
            StoredResource owner, String relationship, StoredResource original, SandboxState world) {
        ObjectNode attributes = original.attributes().deepCopy();
        StoredResource copy = world.store().add(original.type(), world.ids().uuid(), attributes);
        world.store().link(owner, relationship, copy);
        return copy;
    }
}
