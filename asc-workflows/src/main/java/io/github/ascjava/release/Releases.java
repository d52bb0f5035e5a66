package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.uploads.Uploads;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Versions on their way into the App Store: prepared, submitted for review, and released.
 *
 * <pre>{@code
 * Releases releases = Releases.of(asc);
 * VersionPlan plan = releases.plan(VersionOptions.builder(appId, Platform.IOS, "1.1").newestBuild().build());
 * System.out.println(plan.describe());
 * releases.apply(plan, ReleaseListener.NONE);
 * releases.apply(releases.plan(SubmissionOptions.builder(appId, Platform.IOS).build()), ReleaseListener.NONE);
 * }</pre>
 *
 * <p>Each job has two steps. A method that plans reads what is there, checks everything, and sends nothing that changes
 * something. A method that applies a plan reads again what is cheap to read and does what is left. So a job can be run
 * twice, and one that was stopped anywhere is continued by running it again.
 *
 * <p>Methods throw a {@link ReleaseException} if something cannot be done, an {@link
 * io.github.ascjava.client.error.AscException} if a call of the API fails, and a {@link
 * java.util.concurrent.CancellationException} if the thread is interrupted during a wait. Waits follow clock and sleeper of
 * the client's options.
 *
 * <p>Thread-safe; use one thread per app at a time (docs/live-service.md#parallel-requests-get-random-errors).
 *
 * @since 0.1.0
 */
public final class Releases {

    private final AppStoreConnect asc;
    private final Uploads uploads;

    private Releases(AppStoreConnect asc, Uploads uploads) {
        this.asc = asc;
        this.uploads = uploads;
    }

    /** Returns the release jobs of a client, which is not closed with them. */
    public static Releases of(AppStoreConnect asc) {
        return of(asc, Uploads.of(asc));
    }

    /** Returns the release jobs of a client, with other settings for files that are uploaded. */
    public static Releases of(AppStoreConnect asc, Uploads uploads) {
        return new Releases(Objects.requireNonNull(asc, "asc"), Objects.requireNonNull(uploads, "uploads"));
    }

    /**
     * Compares a version with what it should be. Changes nothing.
     *
     * <p>If the app has another version in preparation, that one gets the wanted number.
     *
     * @throws ReleaseException with all problems: unknown names, files and builds that do not exist, and values that cannot
     *     be changed in the state of the version
     */
    public VersionPlan plan(VersionOptions options) {
        return new VersionRun(asc, uploads).plan(options);
    }

    /**
     * Makes the changes of a plan that are not made yet.
     *
     * @return the version
     * @throws ReleaseException if the version has changed so that more than the plan's changes would be needed
     */
    public AppStoreVersion apply(VersionPlan plan, ReleaseListener listener) {
        return new VersionRun(asc, uploads).apply(plan, listener);
    }

    /**
     * Returns what the version in preparation has and lacks for a review. Changes nothing.
     *
     * <p>Apple has requirements that the API does not show, so a version that is ready here may still be rejected. Some
     * requests per locale are made.
     */
    public Readiness readiness(String appId, Platform platform) {
        return new ReadinessReader(asc, appId, platform).read(Optional.empty());
    }

    /**
     * Returns the same, and whether texts in files have errors and are those of the version in preparation. Changes nothing.
     *
     * <p>What the files have and App Store Connect does not is missing; what was changed in App Store Connect only is unknown,
     * as are the warnings of {@link MetadataFiles#validate()}.
     *
     * @throws java.io.UncheckedIOException if the folder or file cannot be read
     */
    public Readiness readiness(String appId, Platform platform, MetadataFiles files) {
        return new FilesReadiness(asc, files).addedTo(readiness(appId, platform));
    }

    /**
     * Returns the version of an app that jobs without a version number are about.
     *
     * @return the version that is not live yet, or else the newest one; empty if there is none
     */
    public Optional<AppStoreVersion> version(String appId, Platform platform) {
        return AppVersions.read(asc, appId, platform).find(null);
    }

    /** Returns the open review submission, or else the one that was submitted last; empty if there was none. */
    public Optional<ReleaseSubmission> submission(String appId, Platform platform) {
        return new Submissions(asc, appId, platform).newest();
    }

    /**
     * Finds out what is left to do until a version is submitted for review. Changes nothing.
     *
     * <p>An open submission is used if all of its items are among those of the options. A rejected one is submitted again.
     *
     * @throws ReleaseException if the version is not ready, or if the open submission has other items or is under review
     *     without the wanted ones
     */
    public SubmissionPlan plan(SubmissionOptions options) {
        return new SubmissionPlanning(asc, options).plan(options.checksReadiness());
    }

    /**
     * Submits for review what is not submitted yet. Waits until the version is ready for it, which takes some seconds.
     *
     * @return the submission; empty if there was nothing to submit and never was
     * @throws SubmissionRejectedException if Apple does not take it, with Apple's reasons
     * @throws ReleaseException if the open submission has changed since the plan was made
     */
    public Optional<ReleaseSubmission> apply(SubmissionPlan plan, ReleaseListener listener) {
        return new SubmissionRun(asc, plan, listener).run();
    }

    /**
     * Returns what waits for the result of a review.
     *
     * @param listener is called with each new state
     */
    public SubmissionWatch watch(
            String appId, Platform platform, ReleaseSubmission submission, ReleaseListener listener) {
        return new SubmissionWatch(asc, new Submissions(asc, appId, platform), submission, listener);
    }

    /**
     * Finds out how to cancel the review of a version. Changes nothing.
     *
     * @param allowsOtherItems whether to cancel even if items other than versions lose their place in the review
     * @throws ReleaseException if there are such items and they are not allowed
     */
    public ReleasePlan planCancellation(String appId, Platform platform, boolean allowsOtherItems) {
        return new ReleasePlanning(asc, appId, platform).cancel(allowsOtherItems);
    }

    /**
     * Finds out how to release a version that waits for its developer. Changes nothing.
     *
     * @param versionString the number of the version, or null for the one that is not live yet
     * @throws ReleaseException if the version is not approved
     */
    public ReleasePlan planRelease(String appId, Platform platform, @Nullable String versionString) {
        return new ReleasePlanning(asc, appId, platform).release(versionString);
    }

    /**
     * Finds out how to pause, resume or complete a phased release. Changes nothing.
     *
     * @param state {@code PAUSED}, {@code ACTIVE} or {@code COMPLETE}
     * @param versionString the number of the version, or null for the one that is live
     * @throws ReleaseException if the version has no phased release, or it cannot get this state
     */
    public ReleasePlan planPhase(
            String appId, Platform platform, PhasedReleaseState state, @Nullable String versionString) {
        return new ReleasePlanning(asc, appId, platform).phase(state, versionString);
    }

    /** Carries out a plan. A cancellation returns when it is complete, which takes a minute or so. */
    public void apply(ReleasePlan plan, ReleaseListener listener) {
        new ReleaseRun(asc, plan, listener).run();
    }
}
