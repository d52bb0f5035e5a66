package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.apps.AppInfoInclude;
import io.github.ascjava.client.model.apps.AppInfoState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the set of name, categories and age rating that the next version has
 * (docs/live-service.md#live-app-infos-are-locked).
 */
final class AppInfoDraft {

    private static final Set<AppInfoState> OLD =
            Set.of(AppInfoState.READY_FOR_DISTRIBUTION, AppInfoState.REPLACED_WITH_NEW_INFO);
    private static final Set<AppInfoState> EDITABLE = Set.of(
            AppInfoState.PREPARE_FOR_SUBMISSION,
            AppInfoState.READY_FOR_REVIEW,
            AppInfoState.DEVELOPER_REJECTED,
            AppInfoState.REJECTED);

    private AppInfoDraft() {}

    /** Returns the draft, or the live one if there is no draft. */
    static Optional<AppInfo> read(AppStoreConnect asc, String appId) {
        List<AppInfo> infos = asc.apps()
                .listAppInfos(
                        appId,
                        q -> q.include(
                                        AppInfoInclude.PRIMARY_CATEGORY,
                                        AppInfoInclude.PRIMARY_SUBCATEGORY_ONE,
                                        AppInfoInclude.PRIMARY_SUBCATEGORY_TWO,
                                        AppInfoInclude.SECONDARY_CATEGORY,
                                        AppInfoInclude.SECONDARY_SUBCATEGORY_ONE,
                                        AppInfoInclude.SECONDARY_SUBCATEGORY_TWO)
                                .limit(AppVersions.PAGE))
                .toList();
        return infos.stream()
                .filter(info -> info.state() == null || !OLD.contains(info.state()))
                .findFirst()
                .or(() -> infos.stream()
                        .filter(info -> AppInfoState.READY_FOR_DISTRIBUTION.equals(info.state()))
                        .findFirst());
    }

    static boolean isEditable(AppInfo info) {
        return info.state() == null || EDITABLE.contains(info.state());
    }
}
