package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionState;
import io.github.ascjava.client.model.appstore.AppVersionState;
import java.util.Set;

/**
 * What can be done with a version in its state, which has two names (docs/live-service.md#version-states-have-two-names).
 */
final class VersionStates {

    private static final Set<AppVersionState> EDITABLE = Set.of(
            AppVersionState.PREPARE_FOR_SUBMISSION,
            AppVersionState.READY_FOR_REVIEW,
            AppVersionState.REJECTED,
            AppVersionState.DEVELOPER_REJECTED,
            AppVersionState.METADATA_REJECTED,
            AppVersionState.INVALID_BINARY);
    private static final Set<AppVersionState> OVER =
            Set.of(AppVersionState.READY_FOR_DISTRIBUTION, AppVersionState.REPLACED_WITH_NEW_VERSION);
    private static final Set<AppVersionState> APPROVED = Set.of(
            AppVersionState.PENDING_DEVELOPER_RELEASE,
            AppVersionState.PENDING_APPLE_RELEASE,
            AppVersionState.ACCEPTED,
            AppVersionState.PROCESSING_FOR_DISTRIBUTION,
            AppVersionState.READY_FOR_DISTRIBUTION,
            AppVersionState.REPLACED_WITH_NEW_VERSION);

    private VersionStates() {}

    static AppVersionState of(AppStoreVersion version) {
        AppVersionState state = version.appVersionState();
        if (state != null) {
            return state;
        }
        AppStoreVersionState old = version.appStoreState();
        String name = old == null ? "UNKNOWN" : old.value();
        return AppVersionState.of(
                switch (name) {
                    case "READY_FOR_SALE" -> "READY_FOR_DISTRIBUTION";
                    case "PROCESSING_FOR_APP_STORE" -> "PROCESSING_FOR_DISTRIBUTION";
                    default -> name;
                });
    }

    /** Returns whether texts, build and other values can be changed. */
    static boolean isEditable(AppStoreVersion version) {
        return EDITABLE.contains(of(version));
    }

    /** Returns whether a new version can be created beside it. */
    static boolean isOver(AppStoreVersion version) {
        String old =
                version.appStoreState() == null ? "" : version.appStoreState().value();
        return OVER.contains(of(version)) || old.endsWith("REMOVED_FROM_SALE");
    }

    /** Returns whether its review is behind it. */
    static boolean isApproved(AppStoreVersion version) {
        return APPROVED.contains(of(version)) || isOver(version);
    }

    /** Returns words for a sentence. */
    static String describe(AppStoreVersion version) {
        return "version " + version.versionString() + " is " + of(version);
    }
}
