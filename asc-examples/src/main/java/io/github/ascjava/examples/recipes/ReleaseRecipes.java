package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.appstore.AppStoreVersionPhasedRelease;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.appstore.ReviewSubmission;
import io.github.ascjava.client.model.common.Platform;

/** Versions on their way to the App Store. */
public final class ReleaseRecipes {

    private final AppStoreConnect asc;

    /** Creates the recipes for a client. */
    public ReleaseRecipes(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Creates a version with a build and release notes. */
    public AppStoreVersion createVersion(String appId, String number, String buildId, String releaseNotes) {
        AppStoreVersion version = asc.appStoreVersions()
                .create(b -> b.app(appId)
                        .platform(Platform.IOS)
                        .versionString(number)
                        .appStoreVersionBuild(buildId))
                .execute();
        for (AppStoreVersionLocalization localization :
                asc.appStoreVersions().listAppStoreVersionLocalizations(version.id())) {
            asc.appStoreVersionLocalizations()
                    .update(localization.id(), b -> b.whatsNew(releaseNotes))
                    .execute();
        }
        return version;
    }

    /** Submits a version for review. */
    public ReviewSubmission submitForReview(String appId, String versionId) {
        ReviewSubmission submission = asc.reviewSubmissions()
                .create(b -> b.app(appId).platform(Platform.IOS))
                .execute();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(submission).appStoreVersion(versionId))
                .execute();
        return asc.reviewSubmissions()
                .update(submission.id(), b -> b.submitted(true))
                .execute();
    }

    /** Releases a version to more users every day, over seven days. */
    public AppStoreVersionPhasedRelease startPhasedRelease(String versionId) {
        return asc.appStoreVersionPhasedReleases()
                .create(b -> b.appStoreVersion(versionId).phasedReleaseState(PhasedReleaseState.ACTIVE))
                .execute();
    }

    /** Stops a phased release where it is; users who have the version keep it. */
    public AppStoreVersionPhasedRelease pausePhasedRelease(String versionId) {
        AppStoreVersionPhasedRelease release = asc.appStoreVersions()
                .getAppStoreVersionPhasedRelease(versionId)
                .execute()
                .orElseThrow();
        return asc.appStoreVersionPhasedReleases()
                .update(release.id(), b -> b.phasedReleaseState(PhasedReleaseState.PAUSED))
                .execute();
    }
}
