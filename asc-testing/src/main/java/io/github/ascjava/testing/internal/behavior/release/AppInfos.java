package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/** While a version is in preparation, an app has two sets of name and categories: the published one and the draft. */
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

    /** Replaces the published set by the draft. */
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
        StoredResource draft = world.copyTo(app, TYPE, live);
        set(draft, DRAFT);
        world.store()
                .related(live, LOCALIZATIONS)
                .forEach(localization -> world.copyTo(draft, LOCALIZATIONS, localization));
        world.store()
                .related(live, "ageRatingDeclaration")
                .forEach(declaration -> world.copyTo(draft, "ageRatingDeclaration", declaration));
        for (String category : CATEGORIES) {
            world.store().related(live, category).forEach(each -> world.store().link(draft, category, each));
        }
    }

    private static boolean isLive(StoredResource info) {
        return info.text("state").equals(LIVE);
    }

    private static void set(StoredResource info, String state) {
        info.attributes().put("state", state).put("appStoreState", state.equals(LIVE) ? "READY_FOR_SALE" : state);
    }
}
