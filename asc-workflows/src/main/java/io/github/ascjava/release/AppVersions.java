package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.common.Platform;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of an app for one platform, the newest first. */
final class AppVersions {

    static final int PAGE = 200;

    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final List<AppStoreVersion> versions;

    private AppVersions(List<AppStoreVersion> versions) {
        this.versions = versions;
    }

    static AppVersions read(AppStoreConnect asc, String appId, Platform platform) {
        return new AppVersions(
                asc
                        .apps()
                        .listAppStoreVersions(
                                appId, q -> q.filterPlatform(platform).limit(PAGE))
                        .stream()
                        .filter(each -> platform.equals(each.platform()))
                        .sorted(Comparator.comparing(AppVersions::created).reversed())
                        .toList());
    }

    private static OffsetDateTime created(AppStoreVersion version) {
        OffsetDateTime date = version.createdDate();
        return date == null ? NEVER : date;
    }

    Optional<AppStoreVersion> named(String versionString) {
        return versions.stream()
                .filter(each -> versionString.equals(each.versionString()))
                .findFirst();
    }

    /** Returns the version that is not live yet, of which there is one at most. */
    Optional<AppStoreVersion> current() {
        return versions.stream().filter(each -> !VersionStates.isOver(each)).findFirst();
    }

    /** Returns the version with this number; without one the current one, or else the newest one. */
    Optional<AppStoreVersion> find(@Nullable String versionString) {
        return versionString != null
                ? named(versionString)
                : current().or(() -> versions.stream().findFirst());
    }

    /** Returns the version that customers get. */
    Optional<AppStoreVersion> live() {
        return versions.stream()
                .filter(each -> VersionStates.of(each).equals(AppVersionState.READY_FOR_DISTRIBUTION))
                .findFirst();
    }

    /** Returns whether the platform never had another version, so that this one has no release notes. */
    boolean isFirst(AppStoreVersion version) {
        return versions.stream().allMatch(each -> each.id().equals(version.id()));
    }
}
