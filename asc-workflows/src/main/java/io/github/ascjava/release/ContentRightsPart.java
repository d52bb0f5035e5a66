package io.github.ascjava.release;

import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import java.util.Objects;

/** Whether the app has content of third parties. */
final class ContentRightsPart extends VersionPart {

    private final VersionContext context;

    ContentRightsPart(VersionContext context) {
        super("app");
        this.context = context;
        AppContentRightsDeclaration wanted = context.options().values().contentRights;
        if (wanted != null) {
            change(
                    "contentRightsDeclaration",
                    context.asc()
                            .apps()
                            .get(context.options().appId())
                            .execute()
                            .contentRightsDeclaration(),
                    wanted);
        }
    }

    @Override
    void apply() {
        AppContentRightsDeclaration wanted =
                Objects.requireNonNull(context.options().values().contentRights);
        context.asc()
                .apps()
                .update(context.options().appId(), b -> b.contentRightsDeclaration(wanted))
                .execute();
    }
}
