package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionPhasedRelease;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.internal.KnownNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what is left to do to cancel a review, to release a version, or to control its phased release. */
final class ReleasePlanning {

    private static final Set<AppVersionState> RELEASED = Set.of(
            AppVersionState.PROCESSING_FOR_DISTRIBUTION,
            AppVersionState.READY_FOR_DISTRIBUTION,
            AppVersionState.REPLACED_WITH_NEW_VERSION,
            AppVersionState.PENDING_APPLE_RELEASE);

    private final AppStoreConnect asc;
    private final String appId;
    private final Platform platform;

    ReleasePlanning(AppStoreConnect asc, String appId, Platform platform) {
        this.asc = asc;
        this.appId = appId;
        this.platform = platform;
        VersionCheck.platformProblem(platform).ifPresent(problem -> {
            throw cannot(problem);
        });
    }

    /** Canceling drops all items (docs/live-service.md#canceling-a-submission-takes-time). */
    ReleasePlan cancel(boolean allowsOtherItems) {
        Optional<ReleaseSubmission> found = new Submissions(asc, appId, platform).open();
        if (found.isEmpty()) {
            return plan(List.of(), "There is no open review submission for " + platform + ".");
        }
        ReleaseSubmission open = found.get();
        String summary = open.describe() + ".";
        String what = "review submission " + open.id();
        if (open.isCanceling()) {
            return plan(List.of(step(ReleaseAction.AWAIT_CANCELLATION, "reviewSubmissions", open.id(), what)), summary);
        }
        if (open.state().equals(ReviewSubmissionState.COMPLETING)) {
            throw cannot(summary + " It is nearly over and cannot be canceled.");
        }
        List<SubmissionItem> others = open.activeItems().stream()
                .filter(item -> !item.type().equals(SubmissionItem.VERSIONS))
                .toList();
        if (!others.isEmpty() && !allowsOtherItems) {
            throw cannot("Canceling " + what + " takes other items out of the review as well: "
                    + others.stream().map(SubmissionItem::describe).collect(Collectors.joining(", "))
                    + ". Allow that, or wait until the review is over.");
        }
        return plan(List.of(step(ReleaseAction.CANCEL, "reviewSubmissions", open.id(), what)), summary);
    }

    ReleasePlan release(@Nullable String versionString) {
        AppStoreVersion version = version(versionString);
        String name = "version " + version.versionString();
        AppVersionState state = VersionStates.of(version);
        String summary = "Version " + version.versionString() + " is " + state + ".";
        if (state.equals(AppVersionState.PENDING_DEVELOPER_RELEASE)) {
            return plan(List.of(step(ReleaseAction.RELEASE, SubmissionItem.VERSIONS, version.id(), name)), summary);
        }
        if (RELEASED.contains(state) || VersionStates.isOver(version)) {
            return plan(List.of(), summary + " There is nothing to release.");
        }
        throw cannot(summary + " Only a version that is PENDING_DEVELOPER_RELEASE can be released: get it approved"
                + " first.");
    }

    ReleasePlan phase(PhasedReleaseState wanted, @Nullable String versionString) {
        KnownNames.problem("state of a phased release", wanted.value(), KnownNames.values(PhasedReleaseState.class))
                .ifPresent(problem -> {
                    throw cannot(problem);
                });
        AppVersions versions = AppVersions.read(asc, appId, platform);
        AppStoreVersion version = (versionString == null ? versions.live() : versions.named(versionString))
                .orElseThrow(() -> cannot("The app has no such version for " + platform + " in the App Store."));
        AppStoreVersionPhasedRelease release = ToOneReads.read(
                        asc.appStoreVersions().getAppStoreVersionPhasedRelease(version.id()))
                .orElseThrow(() -> cannot("Version " + version.versionString()
                        + " has no phased release. It has to be set before the version is released."));
        PhasedReleaseState state = release.phasedReleaseState();
        String summary = "The phased release of version " + version.versionString() + " is " + state
                + (release.currentDayNumber() == null ? "" : ", on day " + release.currentDayNumber() + " of 7") + ".";
        if (wanted.equals(state)) {
            return plan(List.of(), summary);
        }
        if (PhasedReleaseState.COMPLETE.equals(state) || PhasedReleaseState.INACTIVE.equals(state)) {
            throw cannot(summary + " It cannot become " + wanted + ".");
        }
        return plan(
                List.of(step(ReleaseAction.SET_PHASE, "appStoreVersionPhasedReleases", release.id(), wanted.value())),
                summary);
    }

    private AppStoreVersion version(@Nullable String versionString) {
        return AppVersions.read(asc, appId, platform)
                .find(versionString)
                .orElseThrow(() -> cannot((versionString == null
                                ? "The app has no version for "
                                : "The app has no version " + versionString + " for ")
                        + platform + "."));
    }

    private ReleasePlan plan(List<ReleaseStep> steps, String summary) {
        return new ReleasePlan(appId, platform, steps, summary);
    }

    private static ReleaseStep step(ReleaseAction action, String type, String id, String detail) {
        return new ReleaseStep(action, type, id, detail);
    }

    private static ReleaseException cannot(String problem) {
        return new ReleaseException("This cannot be done.", List.of(problem));
    }
}
