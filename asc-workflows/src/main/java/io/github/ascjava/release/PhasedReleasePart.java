package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionPhasedRelease;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import org.jspecify.annotations.Nullable;

/** Whether a version is released in phases. */
final class PhasedReleasePart extends VersionPart {

    private final VersionContext context;
    private final @Nullable AppStoreVersionPhasedRelease release;

    PhasedReleasePart(VersionContext context) {
        super("phased release");
        this.context = context;
        Boolean wanted = context.options().values().phasedRelease;
        AppStoreVersion version = context.version();
        this.release = wanted == null || version == null
                ? null
                : ToOneReads.read(context.asc().appStoreVersions().getAppStoreVersionPhasedRelease(version.id()))
                        .orElse(null);
        if (wanted == null || wanted.equals(release != null)) {
            return;
        }
        change("phasedReleaseState", release == null ? null : release.phasedReleaseState(), wanted ? "INACTIVE" : null);
        boolean hasBegun = release != null && !PhasedReleaseState.INACTIVE.equals(release.phasedReleaseState());
        if (hasBegun || (version != null && VersionStates.isOver(version))) {
            context.problems()
                    .add("Version " + context.options().versionString()
                            + " is released already, so its phased release cannot be"
                            + " switched on or off. One that is active can be paused or completed.");
        }
    }

    @Override
    void apply() {
        if (release != null) {
            context.asc().appStoreVersionPhasedReleases().delete(release.id()).execute();
            return;
        }
        context.asc()
                .appStoreVersionPhasedReleases()
                .create(b -> b.appStoreVersion(context.versionId()).phasedReleaseState(PhasedReleaseState.INACTIVE))
                .orExisting()
                .execute();
    }
}
