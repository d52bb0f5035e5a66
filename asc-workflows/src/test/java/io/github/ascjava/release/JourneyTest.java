package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Sandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of an app from its record into the App Store, each job run twice. */
class JourneyTest {

    private Sandbox sandbox = StoreApp.start();
    private Releases releases = Releases.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** By Apple's document, what is absent is a 404, and a version is ready at once. */
    @Test
    void theJobsHoldWithAServiceThatKeepsToTheDocument() {
        sandbox.close();
        sandbox = StoreApp.start(false);
        releases = Releases.of(sandbox.client());
        anAppWithoutAnyVersionGetsReleased();
    }

    @Test
    void anAppWithoutAnyVersionGetsReleased() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        StoreApp.sell(sandbox);
        VersionOptions options = StoreApp.options("1.0").build();

        assertThat(releases.readiness(StoreApp.ID, Platform.IOS).missing())
                .extracting(ReadinessItem::requirement)
                .contains(ReadinessRequirement.VERSION, ReadinessRequirement.CATEGORY, ReadinessRequirement.AGE_RATING);
        releases.apply(releases.plan(options), ReleaseListener.NONE);
        StoreApp.describe(sandbox, true);
        assertThat(releases.readiness(StoreApp.ID, Platform.IOS).missing()).isEmpty();
        writesNothing(() -> releases.apply(releases.plan(options), ReleaseListener.NONE));

        ReleaseSubmission submitted = releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE)
                .orElseThrow();
        assertThat(submitted.state()).isEqualTo(ReviewSubmissionState.WAITING_FOR_REVIEW);
        writesNothing(() -> releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE));
        writesNothing(() -> releases.apply(releases.plan(options), ReleaseListener.NONE));

        ReleaseSubmission reviewed = releases.watch(StoreApp.ID, Platform.IOS, submitted, ReleaseListener.NONE)
                .await(Duration.ofDays(2));
        assertThat(reviewed.isApproved()).isTrue();
        assertThat(state()).isEqualTo(AppVersionState.PENDING_DEVELOPER_RELEASE);

        release();
        assertThat(state()).isEqualTo(AppVersionState.PROCESSING_FOR_DISTRIBUTION);
        writesNothing(this::release);
        sandbox.advanceTime(Duration.ofMinutes(2));
        assertThat(state()).isEqualTo(AppVersionState.READY_FOR_DISTRIBUTION);
        writesNothing(this::release);
        writesNothing(() -> releases.apply(releases.plan(options), ReleaseListener.NONE));
        writesNothing(() -> releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE));

        for (PhasedReleaseState wanted :
                List.of(PhasedReleaseState.PAUSED, PhasedReleaseState.ACTIVE, PhasedReleaseState.COMPLETE)) {
            phase(wanted);
            assertThat(sandbox.client()
                            .appStoreVersions()
                            .getAppStoreVersionPhasedRelease(versionId())
                            .execute()
                            .orElseThrow()
                            .phasedReleaseState())
                    .isEqualTo(wanted);
            writesNothing(() -> phase(wanted));
        }
    }

    private void release() {
        releases.apply(releases.planRelease(StoreApp.ID, Platform.IOS, null), ReleaseListener.NONE);
    }

    private void phase(PhasedReleaseState state) {
        releases.apply(releases.planPhase(StoreApp.ID, Platform.IOS, state, null), ReleaseListener.NONE);
    }

    private void writesNothing(Runnable job) {
        int before = StoreApp.writes(sandbox).size();
        job.run();
        assertThat(StoreApp.writes(sandbox)).hasSize(before);
    }

    private AppVersionState state() {
        return VersionStates.of(releases.version(StoreApp.ID, Platform.IOS).orElseThrow());
    }

    private String versionId() {
        return releases.version(StoreApp.ID, Platform.IOS).orElseThrow().id();
    }
}
