package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/** While a version is in preparation, an app has two sets of name and categories: the published one and the draft. */
final class AppInfos {

    private static final String TYPE = "appInfos";
    private static final String LOCALIZATIONS = "appInfoLocalizations";
    private static final String LIVE = "READY_FOR_DISTRIBUTION";
    private static final String DRAFT = "PREPARE_FOR_SUBMISSION";
    private static final List<String> CATEGORIES = List.of("primaryCategory", "secondaryCategory");

    private AppInfos() {}

    /** Replaces the published set by the draft. */
    static void release(StoredResource app, SandboxState world) {
        List<StoredResource> infos = app.related(TYPE);
        if (infos.size() > 1) {
            infos.stream().filter(info -> isLive(info)).forEach(world.store()::remove);
        }
        infos.forEach(info -> set(info, LIVE));
    }

    /** Makes a draft of the published set, unless there is one. */
    static void draft(StoredResource app, SandboxState world) {
        List<StoredResource> infos = app.related(TYPE);
        if (infos.size() != 1 || !isLive(infos.get(0))) {
            return;
        }
        StoredResource live = infos.get(0);
        StoredResource draft = world.copyTo(app, TYPE, live);
        set(draft, DRAFT);
        live.related(LOCALIZATIONS).forEach(localization -> world.copyTo(draft, LOCALIZATIONS, localization));
        live.related("ageRatingDeclaration")
                .forEach(declaration -> world.copyTo(draft, "ageRatingDeclaration", declaration));
        for (String category : CATEGORIES) {
            live.related(category).forEach(each -> draft.link(category, each));
        }
    }

    private static boolean isLive(StoredResource info) {
        return info.text("state").equals(LIVE);
    }

    private static void set(StoredResource info, String state) {
        info.attributes().put("state", state).put("appStoreState", state.equals(LIVE) ? "READY_FOR_SALE" : state);
    }
}
