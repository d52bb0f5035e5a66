package io.github.ascjava.release;

import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.apps.AppInfoState;
import io.github.ascjava.client.model.apps.AppInfoUpdate;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The categories of the app, which change with its next version. */
final class CategoriesPart extends VersionPart {

    private final VersionContext context;
    private final @Nullable AppInfo info;
    private final Map<String, String> different = new LinkedHashMap<>();

    CategoriesPart(VersionContext context) {
        super("app info");
        this.context = context;
        Map<String, String> wanted = context.options().values().categories;
        this.info = wanted.isEmpty()
                ? null
                : AppInfoDraft.read(context.asc(), context.options().appId()).orElse(null);
        wanted.forEach((name, category) -> {
            String before = category(name);
            if (!category.equals(before)) {
                different.put(name, category);
                change(name, before, category);
            }
        });
        requireEditable(context, info, !different.isEmpty(), "categories");
    }

    /** Without a draft, the app info can be changed only if a new version makes a draft first. */
    static void requireEditable(VersionContext context, @Nullable AppInfo info, boolean isChanged, String what) {
        if (isChanged && info == null) {
            context.problems().add("The app has no app info that its " + what + " could be set in.");
        } else if (isChanged && info != null && context.version() != null && !AppInfoDraft.isEditable(info)) {
            context.problems()
                    .add("The " + what + " of the app cannot be changed while its app info is " + info.state()
                            + (AppInfoState.READY_FOR_DISTRIBUTION.equals(info.state())
                                    ? ". Prepare a new version, with which they change."
                                    : ". Wait until the review of the app, on any platform, is over, or cancel it."));
        }
    }

    private @Nullable String category(String relationship) {
        Object value = ResourceAttributes.value(info, relationship);
        return value instanceof ToOne<?> category ? category.id() : null;
    }

    @Override
    void apply() {
        AppInfoUpdate.Builder body = AppInfoUpdate.builder();
        different.forEach((name, category) -> body.toOne(name, "appCategories", category));
        context.asc()
                .appInfos()
                .update(Objects.requireNonNull(info).id(), body.build())
                .execute();
    }
}
