package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Carries out the steps of a plan that cancels, releases, or controls a phased release. */
final class ReleaseRun {

    private static final Duration CANCELLATION = Duration.ofMinutes(10);

    private final AppStoreConnect asc;
    private final ReleasePlan plan;
    private final ReleaseListener listener;
    private final Submissions submissions;

    ReleaseRun(AppStoreConnect asc, ReleasePlan plan, ReleaseListener listener) {
        this.asc = asc;
        this.plan = plan;
        this.listener = listener;
        this.submissions = new Submissions(asc, plan.appId(), plan.platform());
    }

    void run() {
        for (ReleaseStep step : plan.steps()) {
            String id = Objects.requireNonNull(step.id());
            switch (step.action()) {
                case CANCEL -> cancel(id);
                case AWAIT_CANCELLATION -> {
                    ReleaseSubmission unused = awaitCancellation(id);
                }
                case RELEASE -> release(id);
                case SET_PHASE -> setPhase(id, PhasedReleaseState.of(step.detail()));
                default -> throw new IllegalArgumentException("A release plan has no step " + step.action() + ".");
            }
            listener.onDone(step, id);
        }
    }

    private void cancel(String id) {
        ReleaseSubmission current = submissions.get(id);
        if (!current.isComplete() && !current.isCanceling()) {
            asc.reviewSubmissions().update(id, b -> b.canceled(true)).execute();
        }
        ReleaseSubmission last = awaitCancellation(id);
        if (last.isApproved()) {
            throw new ReleaseException(
                    "The review was over before it could be canceled. " + last.describe() + ".", List.of());
        }
    }

    /** Until it is over, other writes fail (docs/live-service.md#canceling-a-submission-takes-time). */
    private ReleaseSubmission awaitCancellation(String id) {
        ReleaseSubmission last = new Waits(asc, CANCELLATION, listener)
                .until(
                        "the cancellation of review submission " + id,
                        () -> submissions.get(id),
                        each -> !each.isCanceling());
        if (last.isCanceling()) {
            throw new ReleaseException(
                    "Review submission " + id + " is still being canceled after " + CANCELLATION.toMinutes()
                            + " minutes. Run this again later.",
                    List.of());
        }
        return last;
    }

    private void release(String id) {
        try {
            asc.appStoreVersionReleaseRequests()
                    .create(b -> b.appStoreVersion(id))
                    .execute();
        } catch (ConflictException e) {
            AppStoreVersion version = asc.appStoreVersions().get(id).execute();
            if (VersionStates.of(version).equals(AppVersionState.PENDING_DEVELOPER_RELEASE)
                    || !VersionStates.isApproved(version)) {
                throw e;
            }
        }
    }

    private void setPhase(String id, PhasedReleaseState state) {
        asc.appStoreVersionPhasedReleases()
                .update(id, b -> b.phasedReleaseState(state))
                .execute();
    }
}
