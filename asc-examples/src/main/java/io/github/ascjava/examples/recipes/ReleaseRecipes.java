package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.appstore.AppStoreVersionPhasedRelease;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.appstore.ReviewSubmission;
import io.github.ascjava.client.model.common.Platform;
import java.time.Duration;

/** Versions on their way to the App Store. */
public final class ReleaseRecipes {

    private final AppStoreConnect asc;
    private final Sleeper sleeper;

    /** Creates the recipes for a client. */
    public ReleaseRecipes(AppStoreConnect asc) {
        this(asc, Sleeper.SYSTEM);
    }

    /** Creates the recipes for a client whose server's time passes in another way, such as a sandbox. */
    public ReleaseRecipes(AppStoreConnect asc, Sleeper sleeper) {
        this.asc = asc;
        this.sleeper = sleeper;
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

    /** Submits a version for review, once it is ready for it. */
    public ReviewSubmission submitForReview(String appId, String versionId) {
        ReviewSubmission submission = asc.reviewSubmissions()
                .create(b -> b.app(appId).platform(Platform.IOS))
                .execute();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(submission).appStoreVersion(versionId))
                .execute();
        for (int i = 0; i < 10 && !isReadyForReview(versionId); i++) {
            sleeper.sleep(Duration.ofSeconds(15)).join();
        }
        return asc.reviewSubmissions()
                .update(submission.id(), b -> b.submitted(true))
                .execute();
    }

    private boolean isReadyForReview(String versionId) {
        AppStoreVersion version = asc.appStoreVersions().get(versionId).execute();
        return AppVersionState.READY_FOR_REVIEW.equals(version.appVersionState());
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
