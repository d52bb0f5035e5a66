package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.common.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The version that a target means, with one request.
 *
 * <p>The newest versions are read first (docs/live-service.md#versions-come-newest-first), so the first page has the editable one.
 *
 * @param isFirst whether the platform has no other version
 */
record VersionChoice(AppStoreVersion version, Platform platform, boolean isFirst) {

    private static final int PAGE = 200;

    /** States in which all texts can be edited; see docs/live-service.md#live-texts-are-locked. */
    private static final Set<String> EDITABLE = Set.of(
            "PREPARE_FOR_SUBMISSION",
            "READY_FOR_REVIEW",
            "DEVELOPER_REJECTED",
            "REJECTED",
            "METADATA_REJECTED",
            "INVALID_BINARY");

    static VersionChoice of(AppStoreConnect asc, MetadataTarget target) {
        Platform platform = target.platform();
        Page<AppStoreVersion> page = asc.apps()
                .listAppStoreVersions(
                        target.appId(),
                        q -> platform == null ? q.limit(PAGE) : q.limit(PAGE).filterPlatform(platform))
                .execute();
        List<AppStoreVersion> versions = page.data();
        List<AppStoreVersion> candidates = candidates(asc, target, page);
        AppStoreVersion chosen = onePlatform(
                        candidates.stream().anyMatch(VersionChoice::isEditable)
                                ? candidates.stream()
                                        .filter(VersionChoice::isEditable)
                                        .toList()
                                : candidates,
                        target)
                .get(0);
        Platform chosenPlatform = Objects.requireNonNullElse(chosen.platform(), Platform.IOS);
        long others = versions.stream()
                .filter(version -> !version.id().equals(chosen.id()) && chosenPlatform.equals(version.platform()))
                .count();
        return new VersionChoice(chosen, chosenPlatform, others == 0 && !page.hasNext());
    }

    private static List<AppStoreVersion> candidates(
            AppStoreConnect asc, MetadataTarget target, Page<AppStoreVersion> page) {
        String number = target.version();
        List<AppStoreVersion> candidates = new ArrayList<>(page.data());
        if (number != null) {
            candidates.removeIf(version -> !number.equals(version.versionString()));
            if (candidates.isEmpty() && page.hasNext()) {
                asc.apps()
                        .listAppStoreVersions(target.appId(), q -> q.filterVersionString(number))
                        .forEach(candidates::add);
                candidates.removeIf(version ->
                        target.platform() != null && !target.platform().equals(version.platform()));
            }
        }
        if (candidates.isEmpty()) {
            throw MetadataException.of("The app " + target.appId() + " has no App Store version"
                    + (number == null ? "" : " " + number)
                    + (target.platform() == null ? "" : " for " + target.platform())
                    + ". Create it first.");
        }
        return candidates;
    }

    private static List<AppStoreVersion> onePlatform(List<AppStoreVersion> candidates, MetadataTarget target) {
        Set<String> platforms = candidates.stream()
                .map(version -> String.valueOf(version.platform()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (platforms.size() > 1) {
            throw MetadataException.of("The app " + target.appId() + " has versions for several platforms: "
                    + String.join(", ", platforms) + ". Name the one whose texts these are.");
        }
        return candidates;
    }

    /** Either attribute may be missing (docs/live-service.md#version-states-have-two-names). */
    static String state(AppStoreVersion version) {
        return name(version.appVersionState() == null ? version.appStoreState() : version.appVersionState());
    }

    static String name(@Nullable OpenEnum state) {
        return state == null ? "in an unknown state" : state.value();
    }

    static boolean isEditable(AppStoreVersion version) {
        return EDITABLE.contains(state(version));
    }
}
